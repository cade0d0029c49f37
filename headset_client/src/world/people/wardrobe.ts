import { Color, type BufferGeometry } from 'three';
import { addClothes } from './body/clothes';
import { addLegs } from './body/legs';
import { addNeck } from './body/neck';
import { addHair } from './hair/hair';
import { headGeometry } from './head';
import { lookOf } from './looks';
import { SkinBuilder, type Detail } from './skin_builder';

/** What a person of one look is drawn with at one detail. */
export interface Dressed {
  body: BufferGeometry;
  head: BufferGeometry;
}

const made = new Map<string, Dressed>();

/** The shapes of a look, made once and shared by everybody who wears it. */
export function dress(lookId: string, detail: Detail): Dressed {
  const key = `${lookId}/${detail}`;
  const known = made.get(key);
  if (known) return known;
  const look = lookOf(lookId);
  const skin = new SkinBuilder(detail);
  addLegs(skin, look);
  addNeck(skin, look, new Color(look.skin));
  addClothes(skin, look);
  addHair(skin, look);
  const dressed = { body: skin.build(), head: headGeometry(look, detail) };
  made.set(key, dressed);
  return dressed;
}

export const isDressed = (lookId: string): boolean => made.has(`${lookId}/near`) && made.has(`${lookId}/far`);
