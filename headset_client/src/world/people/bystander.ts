import type { Figure } from '../view';

/** Somebody who stands at the origin, looks at nobody and does nothing. */
export function bystander(id: string, look: string): Figure {
  return {
    id,
    look,
    at: [0, 0],
    facing: 0,
    posture: 'stand',
    speed: 0,
    tone: 'neutral',
    looksAt: null,
    gesture: null,
    speaking: null,
    thinking: false,
    tracked: null,
    away: false,
    label: '',
  };
}
