import { describe, expect, it } from 'vitest';
import { nearestTo, type OnMap } from './people';

const one = (id: string, kind: OnMap['kind'], at: OnMap['at']): OnMap => ({
  id,
  kind,
  at,
  name: id,
  inside: '1',
  looks: 0,
  playedBy: null,
  away: false,
});

describe('the nearest avatar', () => {
  it('is measured from the client, and people do not count', () => {
    const people = [
      one('peer', 'person', [0.2, 0]),
      one('far', 'avatar', [3, 4]),
      one('near', 'avatar', [0, 1.2]),
      one('sol', 'client', [0, 0]),
    ];
    expect(nearestTo(people)).toMatchObject({ metres: 1.2, avatar: { id: 'near' }, client: { id: 'sol' } });
  });

  it('is nobody without a client or without avatars', () => {
    expect(nearestTo([one('a', 'avatar', [0, 0])])).toBeNull();
    expect(nearestTo([one('sol', 'client', [0, 0])])).toBeNull();
  });
});
