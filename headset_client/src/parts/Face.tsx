import { type Look, LOOKS } from '../world/people/looks';

type Style = Look['hair']['style'];

const behind: Partial<Record<Style, string>> = {
  bun: 'M41 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0Z',
  bob: 'M27 44c-4-26 10-34 23-34s27 8 23 34c1 9 1 14-2 18H29c-3-4-3-9-2-18Z',
  long: 'M27 42c-3-24 10-32 23-32s26 8 23 32c1 18 4 28 3 38H24c-1-10 2-20 3-38Z',
  tail: 'M62 22c14-3 18 10 15 26-1 8 1 15-3 22-5-4-8-12-8-24Z',
  curls: 'M26 40c-6-6-2-14 2-17 0-8 8-12 13-10 5-5 14-4 18 0 7-2 13 4 13 11 6 4 6 13 2 17 2 7-1 12-5 14H31c-5-3-8-9-5-15Z',
  hijab: 'M25 44c-2-24 9-35 25-35s27 11 25 35c0 14 6 24 8 34H17c2-10 8-20 8-34Z',
};

const front: Partial<Record<Style, string>> = {
  short: 'M30 40c-2-20 9-27 20-27s22 7 20 27c-2-6-4-10-7-13-8 2-18 2-25-1-4 3-6 8-8 14Z',
  swept: 'M30 40c-3-18 6-27 19-28 12-1 23 7 21 28-2-6-4-9-6-12-10 3-20-1-26-6-3 5-6 11-8 18Z',
  bun: 'M30 41c-2-19 8-27 20-27s22 8 20 27c-3-9-8-15-20-15s-17 6-20 15Z',
  tail: 'M30 41c-2-19 8-28 20-28s22 9 20 28c-3-10-9-15-17-16-9 1-19 5-23 16Z',
  bob: 'M30 42c-1-20 8-28.500 20-28.500s21 8.500 20 28.500c-3-5-6-9-8-14-8 5-18 7-25 6-3 2-6 5-7 8Z',
  long: 'M30 44c-1-21 8-30.500 20-30.500s21 9.500 20 30.500c-5-4-14-10-17-19-4 9-14 14-23 19Z',
  curls:
    'M30 41c-4-6 0-11 1-13 1-7 8-9 10-9 4-4 13-4 16-1 7-1 11 5 11 10 4 4 4 9 2 13-3-4-3-7-6-9-4 2-7 1-10-2-4 3-8 3-11 0-3 4-9 5-13 11Z',
  cap: 'M29 35c0-15 9-22 21-22s21 7 21 22l6 4c-14-4-40-4-54 0Z',
  beanie: 'M29 36c-1-15 9-24 21-24s22 9 21 24c-13-5-29-5-42 0Z',
};

const hijabFront =
  'M29 44c-2-20 8-30 21-30s23 10 21 30c0 12-5 22-12 28l14 10H27l14-10c-7-6-12-16-12-28Zm5-4c-1 14 6 26 16 26s17-12 16-26c-1-11-7-18-16-18s-15 7-16 18Z';

/** A painted face from the same look as the figure in the room: grown-up proportions, small features, nothing that mocks. */
export function Face({ look: id }: { look: string }) {
  // A look comes from another page: one that is not ours is drawn as the first of ours.
  const look = LOOKS.find((each) => each.id === id) ?? LOOKS[0]!;
  const { style, colour } = look.hair;
  return (
    <svg class="face" viewBox="0 0 100 100" aria-hidden="true">
      {behind[style] && <path d={behind[style]} fill={colour} />}
      <Shoulders look={look} />
      <path d="M31 38c0-15 8-22 19-22s19 7 19 22c0 16-8 28-19 28S31 54 31 38Z" fill={look.skin} />
      {style !== 'hijab' && <path d="M28.500 42c-1-4 3-5 4-1l1 7c-3 0-4-2-5-6ZM71.500 42c1-4-3-5-4-1l-1 7c3 0 4-2 5-6Z" fill={look.skin} />}
      <Beard look={look} />
      {front[style] && <path d={front[style]} fill={colour} />}
      {style === 'hijab' && <path d={hijabFront} fill={colour} fill-rule="evenodd" />}
      {style === 'beanie' && <path d="M28 36c13-6 31-6 44 0v3c-14-5-30-5-44 0Z" fill="rgb(0 0 0 / 0.25)" />}
      <Features look={look} />
      {look.glasses !== undefined && <Glasses colour={look.glasses} />}
    </svg>
  );
}

function Shoulders({ look }: { look: Look }) {
  return (
    <>
      <path d="M8 104c1-20 12-29 30-32h24c18 3 29 12 30 32v90H8Z" fill={look.top.colour} />
      <path d="M37 72c4 12 22 12 26 0l6 3c-6 17-32 17-38 0Z" fill={look.top.under} opacity="0.75" />
      <path d="M41 58h18v15c0 6-18 6-18 0Z" fill={look.skin} />
      <path d="M41 62c6 5 12 5 18 0v6c-6 5-12 5-18 0Z" fill="rgb(60 30 20 / 0.16)" />
    </>
  );
}

function Beard({ look }: { look: Look }) {
  const colour = look.hair.style === 'beanie' ? '#5a4030' : look.hair.colour;
  if (look.beard === 'full') {
    const full = 'M32 44c1 16 8 23 18 23s17-7 18-23c-3 6-6 8-10 8-3-2-13-2-16 0-4 0-7-2-10-8Z';
    return <path d={full} fill={colour} opacity="0.85" />;
  }
  if (look.beard === 'stubble') {
    const jaw = 'M32 46c1 14 8 21 18 21s17-7 18-21c-3 6-6 8-10 8-3-2-13-2-16 0-4 0-7-2-10-8Z';
    return <path d={jaw} fill={colour} opacity="0.22" />;
  }
  if (look.beard === 'moustache') return <path d="M41 55c2-5 16-5 18 0-5-2-13-2-18 0Z" fill={colour} />;
  return null;
}

function Features({ look }: { look: Look }) {
  const bare = ['bald', 'beanie', 'cap', 'hijab'].includes(look.hair.style);
  const shade = 'rgb(60 30 20 / 0.22)';
  return (
    <g stroke-linecap="round" fill="none">
      <path
        d="M38.500 38.500c2-1.400 4.500-1.500 6.500-.6M55 37.900c2-.9 4.500-.8 6.500.6"
        stroke={bare ? '#4d4540' : look.hair.colour}
        stroke-width={1.6 * look.face.brows}
      />
      {[42, 58].map((x) => (
        <g key={x}>
          <ellipse cx={x} cy="43.200" rx="3" ry="1.800" fill="#fdfaf5" />
          <circle cx={x} cy="43.100" r="1.600" fill={look.eyes} />
          <path d={`M${x - 3.2} 42.800c1.700-2 4.700-2 6.400 0`} stroke="#3f322b" stroke-width="1.100" />
        </g>
      ))}
      <path d="M50 44.500c1 3 2 5 .8 6.300-.8.600-1.900.600-2.800.200" stroke={shade} stroke-width="1.700" />
      <path d="M45 57.200c3 1.800 7 1.800 10 0" stroke="#8c4a3d" stroke-width="1.800" />
      {look.age > 55 && <path d="M38 47.500c2 1 5 1 7 0M55 47.500c2 1 5 1 7 0M36 52c1 3 2 4 3 5M64 52c-1 3-2 4-3 5" stroke={shade} />}
    </g>
  );
}

function Glasses({ colour }: { colour: string }) {
  return (
    <g stroke={colour} stroke-width="1.500" fill="none">
      <rect x="36.500" y="39" width="11" height="8.500" rx="3.500" />
      <rect x="52.500" y="39" width="11" height="8.500" rx="3.500" />
      <path d="M47.500 42c1.500-1 3.500-1 5 0" />
    </g>
  );
}
