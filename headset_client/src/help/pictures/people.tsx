import type { Place } from './things';

/** How a person is painted. */
export interface Paint {
  skin: string;
  hair: string;
  top: string;
}

export const ONE: Paint = { skin: '#eccbae', hair: '#b98a4a', top: '#4f7f82' };
export const OTHER: Paint = { skin: '#8d5d3f', hair: '#241c18', top: '#75607f' };
const TROUSERS = '#3d4a55';
const SHOES = '#2a2723';

/** A head with a headset on, its chin at the place; 44 high. */
export function Head({ x, y, scale = 1, paint }: Place & { paint: Paint }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <path d="M-6-6h12v14c0 4-12 4-12 0Z" fill={paint.skin} />
      <path d="M-6 0c4 3 8 3 12 0v4c-4 3-8 3-12 0Z" fill="rgb(60 30 20 / 0.18)" />
      <path d="M-16-30C-17-44-8-48 0-48s17 4 16 18l-2 12h-28Z" fill={paint.hair} />
      <path d="M-14-28c0-10 6-14 14-14s14 4 14 14C14-10 8 0 0 0s-14-10-14-28Z" fill={paint.skin} />
      <path d="M-15-29c-1-13 7-18 15-18s16 5 15 18c-3-7-6-9-8-10-5 2-11 2-16 0-3 2-5 5-6 10Z" fill={paint.hair} />
      <path d="M-4-7.500q4 3 8 0" fill="none" stroke="#8a4a3c" stroke-width="1.800" stroke-linecap="round" />
      <path d="M-1-16q3 4-1 5" fill="none" stroke="rgb(60 30 20 / 0.35)" stroke-width="1.500" stroke-linecap="round" />
      <rect x="-18" y="-34" width="36" height="6" rx="3" fill="var(--ink-soft)" />
      <rect x="-16" y="-37" width="32" height="20" rx="7" fill="#ffffff" stroke="var(--edge)" stroke-width="1.500" />
      <rect x="-12.500" y="-33.500" width="25" height="12" rx="4.500" fill="var(--fjord-deep)" />
      <path d="M-9-32h9l-5 6h-6v-4c0-1 1-2 2-2Z" fill="#ffffff" opacity="0.25" />
    </g>
  );
}

/** Head and shoulders from the front; the foot of the picture cuts them. */
export function Bust({ x, y, scale = 1, paint }: Place & { paint: Paint }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <path d="M-36 60c0-34 8-46 26-51h20c18 5 26 17 26 51Z" fill={paint.top} />
      <path d="M-10 9c4 9 16 9 20 0l4 2c-5 14-23 14-28 0Z" fill="#ffffff" opacity="0.35" />
      <Head x={0} y={2} paint={paint} />
    </g>
  );
}

/** A standing person, the feet at the place; 150 high. */
export function Standing({ x, y, scale = 1, paint }: Place & { paint: Paint }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <path d="M-13-70h26l-1 66h-10l-2-46-2 46h-10Z" fill={TROUSERS} />
      <path d="M-14-4h13v5h-16q0-4 3-5ZM14-4H1v5h16q0-4-3-5Z" fill={SHOES} />
      <path d="M-17-66v-22c0-9 4-13 10-14H7c6 1 10 5 10 14v22Z" fill={paint.top} />
      <path d="M-15-94q-7 12-7 26M15-94q7 12 7 26" fill="none" stroke={paint.top} stroke-width="9" stroke-linecap="round" />
      <circle cx="-22" cy="-62" r="4.500" fill={paint.skin} />
      <circle cx="22" cy="-62" r="4.500" fill={paint.skin} />
      <Head x={0} y={-104} paint={paint} />
    </g>
  );
}

/** A person on a steady chair, the feet at the place; 120 high. */
export function Sitting({ x, y, scale = 1, paint }: Place & { paint: Paint }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <path d="M-22-88h44v50h-44Z" fill="var(--oak)" />
      <path d="M-24-40h48v7h-48ZM-23-33h6V-6h-6ZM17-33h6V-6h-6Z" fill="#9a7343" />
      <path d="M-17-40v-20c0-9 4-13 10-14H7c6 1 10 5 10 14v20Z" fill={paint.top} />
      <path d="M-16-44H-2v40h-10V-32ZM16-44H2v40h10V-32Z" fill={TROUSERS} />
      <path d="M-14-4h13v5h-16q0-4 3-5ZM14-4H1v5h16q0-4-3-5Z" fill={SHOES} />
      <path
        d="M-15-66q-8 12-5 22l9 4M15-66q8 12 5 22l-9 4"
        fill="none"
        stroke={paint.top}
        stroke-width="9"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <circle cx="-9" cy="-40" r="4.500" fill={paint.skin} />
      <circle cx="9" cy="-40" r="4.500" fill={paint.skin} />
      <Head x={0} y={-76} paint={paint} />
    </g>
  );
}
