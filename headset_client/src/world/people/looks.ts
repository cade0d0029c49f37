import { CAST } from './looks_cast';
import { PEOPLE } from './looks_people';

export type HairStyle = 'short' | 'long' | 'bob' | 'bun' | 'bald' | 'hijab' | 'beanie' | 'curls' | 'tail' | 'swept';
export type TopKind = 'coat' | 'hoodie' | 'shirt' | 'apron' | 'vest' | 'jumper';

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
  /** `hem` is the height of a coat's lower edge on a 1.76 m person. */
  top: { kind: TopKind; colour: string; under: string; hem?: number };
  trousers: string;
  shoes: string;
}

export const LOOKS: readonly Look[] = [...CAST, ...PEOPLE];

/** The look of that name. Throws when there is none: looks are ours, so a wrong name is a mistake in the code or a scenario. */
export function lookOf(id: string): Look {
  const look = LOOKS.find((candidate) => candidate.id === id);
  if (!look) throw new Error(`no such look: ${id}`);
  return look;
}
