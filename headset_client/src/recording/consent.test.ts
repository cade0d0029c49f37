import { describe, expect, it } from 'vitest';
import { EMPTY_ROOM, person, roomWith } from '../session/fakes';
import type { Recording } from '../wire/types.gen';
import { consenting, isQuestioned, isRecorded, markOf, consentOf } from './consent';

const ASKED: Recording = { ...EMPTY_ROOM.recording, asked_by: 'nora' };

/** How it stands for Kim, with their answer, while it is on or not yet. */
function kim(answer: boolean | null, on: boolean, trouble: Recording['trouble'] = '', unsent: boolean | null = null) {
  const answers = answer === null ? { nora: true } : { nora: true, kim: answer };
  const people = [person('nora', { role: 'therapist' }), person('kim')];
  return consentOf(roomWith(people, [], { recording: { ...ASKED, on, answers, trouble } }), 'kim', unsent);
}

describe('how a recording stands for one person', () => {
  it('asks nobody and marks nothing before staff have asked', () => {
    const consent = consentOf(EMPTY_ROOM, 'kim');
    expect([isQuestioned(consent), isRecorded(consent), markOf(consent)]).toEqual([false, false, null]);
  });

  it('asks until one has answered, whatever the others have said', () => {
    expect([kim(null, false), kim(null, true)].map(isQuestioned)).toEqual([true, true]);
    expect([kim(true, false), kim(false, true)].map(isQuestioned)).toEqual([false, false]);
  });

  it('records only who has said yes, and only while it is on', () => {
    const all = [true, false, null].flatMap((answer) => [kim(answer, true), kim(answer, false)]);
    expect(all.map(isRecorded)).toEqual([true, false, false, false, false, false]);
  });
});

describe('the mark', () => {
  it('is lit for everyone while it records, and says to each whether they are in it', () => {
    const seen = [true, false, null].map((answer) => markOf(kim(answer, true)));
    expect(seen.map((mark) => mark?.lamp)).toEqual(['on', 'on', 'on']);
    expect(seen.map((mark) => mark?.you)).toEqual(['rec.in', 'rec.notIn', 'rec.notIn']);
  });

  it('is not lit before everyone has said yes, and says what one has answered', () => {
    const seen = [true, false].map((answer) => markOf(kim(answer, false)));
    expect(seen.map((mark) => [mark?.lamp, mark?.you])).toEqual([
      ['off', 'rec.saidYes'],
      ['off', 'rec.saidNo'],
    ]);
    expect(markOf(kim(null, false))).toBeNull();
  });

  it('is not lit while nothing can be kept, and says so; who is not in it reads that as before', () => {
    const stalled = markOf(kim(true, true, 'disk_full'));
    expect([stalled?.lamp, stalled?.title, stalled?.you]).toEqual(['stalled', 'rec.stalled', 'rec.notNow.you']);
    expect(stalled?.press?.agree).toBe(false);
    expect(markOf(kim(false, true, 'io_error'))?.you).toBe('rec.notIn');
    expect(markOf(kim(true, true))?.lamp).toBe('on');
  });

  it('says of an answer that is on its way that it is, and leaves nothing to press', () => {
    const back = markOf(kim(true, true, '', false));
    expect([back?.lamp, back?.you, back?.how, back?.press]).toEqual(['on', 'rec.unsent', 'rec.unsent.how', null]);
    const first = kim(null, false, '', true);
    expect([isQuestioned(first), markOf(first)?.you]).toEqual([false, 'rec.unsent']);
    expect(markOf(kim(true, true))?.how).toBeNull();
  });

  it('takes an answer back with one press, either way, and leaves an open question to the question', () => {
    for (const on of [true, false]) {
      for (const answer of [true, false]) expect(markOf(kim(answer, on))?.press?.agree).toBe(!answer);
      expect(markOf(kim(null, on))?.press ?? null).toBeNull();
    }
    expect(consenting(false)).toEqual({ type: 'consent', agree: false });
  });
});
