import { faceLines } from './distress_face';

/** The face of a rating. Decorative: the number stands beside it. */
export function DistressFace({ rating }: { rating: number }) {
  const { eyes, mouth, brows, ground } = faceLines(rating);
  return (
    <svg class="distressFace" viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="21.5" style={{ fill: `var(--${ground})` }} />
      <path d={eyes} />
      <path d={mouth} />
      {brows !== '' && <path d={brows} />}
    </svg>
  );
}
