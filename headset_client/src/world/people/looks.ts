import { CAST } from './looks_cast';
import { COMPANY } from './looks_company';
import { PEOPLE } from './looks_people';

export type HairStyle = 'short' | 'long' | 'bob' | 'bun' | 'bald' | 'hijab' | 'beanie' | 'curls' | 'tail' | 'swept' | 'cap';
export type TopKind = 'coat' | 'hoodie' | 'shirt' | 'apron' | 'vest' | 'gilet' | 'jumper' | 'cardigan' | 'blazer' | 'zipped';

/** Who a person is to look at: plain data, no code. Lengths in metres, factors around 1. */
export interface Look {
  id: string;
  age: number;
  height: number;
  /** 1 is average; more is heavier. */
  girth: number;
  shoulders: number;
  /** Extra depth of the chest and the belly, in metres. */
  bust: number;
  belly: number;
  skin: string;
  eyes: string;
  /** How much redder than the skin the lips are, 0..1. */
  lips: number;
  face: { width: number; jaw: number; nose: number; brows: number; lashes: number };
  hair: { style: HairStyle; colour: string };
  beard?: 'stubble' | 'full' | 'moustache';
  glasses?: string;
  freckles?: boolean;
  /** `hem` is the height of a coat's or blazer's lower edge on a 1.76 m person. */
  top: { kind: TopKind; colour: string; under: string; hem?: number };
  trousers: string;
  shoes: string;
}

export const LOOKS: readonly Look[] = [...CAST, ...COMPANY, ...PEOPLE];

const GREY = '#8d9895';

/** One of whom nothing is told but where they stood: grey all over, and like nobody. */
const SILHOUETTE: Look = {
  id: '',
  age: 40,
  height: 1.72,
  girth: 1,
  shoulders: 1,
  bust: 0,
  belly: 0,
  skin: GREY,
  eyes: GREY,
  lips: 0,
  face: { width: 1, jaw: 1, nose: 1, brows: 0, lashes: 0 },
  hair: { style: 'beanie', colour: GREY },
  top: { kind: 'jumper', colour: GREY, under: GREY },
  trousers: GREY,
  shoes: GREY,
};

/** The look of that name, and for no name a silhouette. Throws when there is none: looks are ours, so a wrong name is a mistake in the code or a scenario. */
export function lookOf(id: string): Look {
  if (id === '') return SILHOUETTE;
  const look = LOOKS.find((candidate) => candidate.id === id);
  if (!look) throw new Error(`no such look: ${id}`);
  return look;
}
