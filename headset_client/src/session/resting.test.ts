import { expect, test } from 'vitest';
import type { BodyPose } from '../wire/pose';
import { atRest, headingOf } from './resting';

/** Looks along +x with the head bowed, one hand raised. */
const LOOKS: BodyPose['head'] = { p: [1, 1.6, 2], q: [-0.1768, -0.6848, -0.1768, 0.6848] };
const RAISED = { p: [1.4, 1.8, 2], q: [0, 0, 0, 1] } as const;

test('the arms hang beside the body, and the head is level and looks the same way', () => {
  const rest = atRest({ head: LOOKS, left: RAISED, right: RAISED, flat: false });
  expect(headingOf(LOOKS)).toBeCloseTo(Math.PI / 2, 2);
  expect(headingOf(rest.head)).toBeCloseTo(Math.PI / 2, 2);
  expect([rest.head.q[0], rest.head.q[2]]).toEqual([0, 0]);
  expect(rest.head.p).toEqual(LOOKS.p);
  // One who looks along +x with +y up has +z on the right hand.
  expect(rest.left?.p[2]).toBeCloseTo(2 - 0.24, 2);
  expect(rest.right?.p[2]).toBeCloseTo(2 + 0.24, 2);
  expect([rest.left?.p[1], rest.right?.p[1]]).toEqual([0.8, 0.8]);
});

test('one without hands gets none', () => {
  expect(atRest({ head: LOOKS, flat: true })).toEqual({ head: { p: LOOKS.p, q: expect.any(Array) }, flat: true });
});
