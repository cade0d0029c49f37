import { describe, expect, it } from 'vitest';
import { EMPTY_ROOM, person, roomWith } from '../session/fakes';
import { catalogue } from '../words/catalogue';
import { consentOf } from './consent';
import { leadOf, PICTURES, pointsOf, spoken } from './question';

function asked(role: 'client' | 'peer', on = false) {
  const recording = { ...EMPTY_ROOM.recording, asked_by: 'nora', on };
  return consentOf(roomWith([person('kim', { role })], [], { recording }), 'kim');
}

describe('the question', () => {
  it('has a picture for each thing to know', () => {
    expect(pointsOf(asked('client')).map(({ picture }) => picture)).toEqual([...PICTURES]);
  });

  it('promises to clients alone that they delete their part themselves', () => {
    expect(pointsOf(asked('client')).at(-1)?.key).toBe('rec.ask.back');
    expect(pointsOf(asked('peer')).at(-1)?.key).toBe('rec.ask.back.other');
  });

  it('says to one who comes later that it is going on without them', () => {
    expect([leadOf(asked('peer', true)), leadOf(asked('peer'))]).toEqual(['rec.ask.during', 'rec.ask.before']);
  });

  it.each(['nb', 'en'] as const)('is read aloud whole (%s)', (tongue) => {
    const consent = asked('client');
    const said = spoken(tongue, consent);
    for (const key of ['rec.ask', leadOf(consent), ...pointsOf(consent).map((point) => point.key)] as const) {
      expect(said).toContain(catalogue[key][tongue === 'nb' ? 0 : 1]);
    }
  });
});
