import type { ComponentChildren } from 'preact';

/** Where a thing stands in the picture, in its units (320 × 200), and how large. */
export interface Place {
  x: number;
  y: number;
  scale?: number;
}

const put = ({ x, y, scale = 1 }: Place) => `translate(${x} ${y}) scale(${scale})`;

/** A drawing in daylight: a pale wall, and below `floor` oak. `label` says what is seen. */
export function Picture({ label, floor = 200, children }: { label: string; floor?: number; children: ComponentChildren }) {
  return (
    <svg class="drawing" viewBox="0 0 320 200" role="img" aria-label={label}>
      <rect width="320" height="200" fill="var(--wall)" />
      <path d="M0 0h130L40 200H0Z" fill="#ffffff" opacity="0.45" />
      {floor < 200 && <path d={`M0 ${floor}h320V200H0Z`} fill="var(--wood)" />}
      {floor < 200 && <path d={`M0 ${floor}h320v3H0Z`} fill="var(--oak)" />}
      {children}
    </svg>
  );
}

/** The one accent: round what is to be pressed or filled in. */
export function Ring({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return (
    <rect
      x={x - 5}
      y={y - 5}
      width={width + 10}
      height={height + 10}
      rx={Math.min(14, height / 2 + 5)}
      fill="none"
      stroke="var(--cloudberry)"
      stroke-width="5"
    />
  );
}

/** Words in a drawing, with their middle at x and their foot at y. */
export function Words({ x, y, size = 19, fill = 'var(--ink)', children }: Place & { size?: number; fill?: string; children: string }) {
  return (
    <text x={x} y={y} font-size={size} font-weight="700" text-anchor="middle" fill={fill}>
      {children}
    </text>
  );
}

/** A headset on a table, seen a little from the side; 100 wide, its foot at y. */
export function Headset(place: Place) {
  return (
    <g transform={put(place)}>
      <ellipse cx="0" cy="0" rx="56" ry="5" fill="rgb(60 45 25 / 0.18)" />
      <path d="M-38-34C-34-86 34-86 38-34" fill="none" stroke="var(--ink-soft)" stroke-width="9" />
      <path
        d="M-48-36c0-8 6-13 14-13h68c8 0 14 5 14 13v22c0 9-6 14-14 14H20c-5 0-8-3-11-7-5-6-13-6-18 0-3 4-6 7-11 7h-14c-8 0-14-5-14-14Z"
        fill="#ffffff"
        stroke="var(--edge)"
        stroke-width="2"
      />
      <path d="M-40-35c0-5 3-7 8-7h64c5 0 8 2 8 7v14c0 5-3 8-8 8h-64c-5 0-8-3-8-8Z" fill="var(--fjord-deep)" />
      <path d="M-32-38h26l-12 12h-18v-8c0-3 1-4 4-4Z" fill="#ffffff" opacity="0.22" />
    </g>
  );
}

/** The machine: a laptop with the mark of the house; 110 wide, its foot at y. `children` is drawn on its screen, 88 × 54. */
export function Machine({ children, ...place }: Place & { children?: ComponentChildren }) {
  return (
    <g transform={put(place)}>
      <ellipse cx="0" cy="0" rx="62" ry="5" fill="rgb(60 45 25 / 0.18)" />
      <rect x="-48" y="-72" width="96" height="64" rx="6" fill="var(--ink)" />
      <rect x="-44" y="-68" width="88" height="54" rx="3" fill={children ? 'var(--ink)' : '#ffffff'} />
      {children ?? <Door />}
      <path d="M-56-8H56l4 6q0 3-4 3H-56q-4 0-4-3Z" fill="#dcd7cd" stroke="var(--edge)" stroke-width="1.500" />
    </g>
  );
}

function Door() {
  return (
    <g transform="translate(-19 -60) scale(1.2)">
      <path d="M12 27 29 31V29L22 27Z" fill="var(--cloudberry)" />
      <path d="M7 4h16v23H7Z" fill="var(--cloudberry)" />
      <path d="M7 4h16v23h-3V7H7Z" fill="var(--fjord)" />
      <path d="M7 4 16 8v22l-9-3Z" fill="var(--fjord)" />
    </g>
  );
}

/** A window of a browser with its field for the address; its corner at x, y. */
export function Browser({ x, y, width, height, address }: Place & { width: number; height: number; address: string }) {
  return (
    <g transform={put({ x, y })}>
      <rect x="2" y="4" width={width} height={height} rx="12" fill="rgb(60 45 25 / 0.16)" />
      <rect width={width} height={height} rx="12" fill="#ffffff" stroke="var(--edge)" stroke-width="2" />
      <path d={`M0 40V12Q0 0 12 0H${width - 12}Q${width} 0 ${width} 12V40Z`} fill="var(--sand)" />
      <rect x="34" y="7" width={width - 46} height="26" rx="13" fill="#ffffff" stroke="var(--edge)" stroke-width="1.500" />
      <path d="m22 13-7 7 7 7" fill="none" stroke="var(--ink-soft)" stroke-width="3" stroke-linecap="round" />
      <text x="44" y="26.500" font-size="18" font-weight="700" fill="var(--fjord-deep)">
        {address}
      </text>
    </g>
  );
}

/** A button, its corner at x, y. `main` is the one to press. */
export function Press({
  x,
  y,
  width,
  height,
  main = false,
  children,
}: Place & { width: number; height: number; main?: boolean; children: string }) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="8"
        fill={main ? 'var(--fjord)' : '#ffffff'}
        stroke={main ? 'var(--fjord)' : 'var(--edge)'}
        stroke-width="2"
      />
      <Words x={x + width / 2} y={y + height / 2 + 6.5} fill={main ? '#ffffff' : 'var(--ink)'}>
        {children}
      </Words>
    </g>
  );
}

/** A line of text that need not be read; its left end at x, y. */
export function Line({ x, y, width }: Place & { width: number }) {
  return <path d={`M${x} ${y}h${width}`} stroke="var(--line)" stroke-width="6" stroke-linecap="round" />;
}
