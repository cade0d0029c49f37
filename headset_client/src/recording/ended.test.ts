import { describe, expect, it } from 'vitest';
import { EMPTY_ROOM, roomWith } from '../session/fakes';
import type { Recording } from '../wire/types.gen';
import { endedOf } from './ended';

function told(recording: Partial<Recording>, you = 'nora') {
  return endedOf(roomWith([], [], { recording: { ...EMPTY_ROOM.recording, ...recording } }), you);
}

describe('why a recording has ended', () => {
  it('is told with who left, who took the last yes back, and who stopped it', () => {
    expect(told({ ended: 'left', ended_by: 'kim' })).toEqual({ key: 'rec.end.left', by: 'kim' });
    expect(told({ ended: 'nobody', ended_by: 'kim' })).toEqual({ key: 'rec.end.nobody', by: 'kim' });
    expect(told({ ended: 'nobody', ended_by: 'nora' })?.key).toBe('rec.end.nobody.you');
    expect(told({ ended: 'stopped', ended_by: 'ola' })).toEqual({ key: 'rec.end.stopped', by: 'ola' });
  });

  it('is not told to the one who stopped it, nor when it ended with the session, nor while there is none', () => {
    expect(told({ ended: 'stopped', ended_by: 'nora' })).toBeNull();
    expect(told({ ended: 'ended' })).toBeNull();
    expect(told({})).toBeNull();
  });
});
