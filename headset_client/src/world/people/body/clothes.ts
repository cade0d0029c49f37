import { Color, Matrix4, Vector3 } from 'three';
import type { Look, TopKind } from '../looks';
import type { SkinBuilder } from '../skin_builder';
import { addArms } from './arms';
import { buttons, darker, garment, patch, roll, shirtCollar } from './garments';
import { trunkPoint, trunkRing, trunkWeights } from './trunk';

const SHIRT_BUTTONS = [1.38, 1.29, 1.2, 1.11, 1.02] as const;
const SIDES = [-1, 1] as const;

function shirt(skin: SkinBuilder, look: Look, colour: Color, bare: number, buttonHeights: readonly number[] = SHIRT_BUTTONS): void {
  garment(skin, look, colour, 0.008, 0.93, 1.49);
  addArms(skin, look, colour, 0.004, bare);
  patch(skin, look, colour.clone().multiplyScalar(0.94), 0.0115, { left: 0.09, right: -0.09, top: 1.44, bottom: 0.94 });
  buttons(skin, look, darker(colour, 0.75), 0.013, buttonHeights);
  const belt = new Color('#3a2c22');
  const edges = [
    [0.93, 0.006],
    [0.931, 0.0135],
    [0.966, 0.0135],
    [0.967, 0.006],
  ] as const;
  skin.loft(
    edges.map(([y, cloth]) => trunkRing(y, look, cloth, belt)),
    32,
  );
  shirtCollar(skin, colour.clone().lerp(new Color('#ffffff'), 0.25));
}

function coat(skin: SkinBuilder, look: Look, colour: Color, under: Color): void {
  const hem = look.top.hem ?? 0.74;
  garment(skin, look, colour, 0.022, hem, 1.475);
  addArms(skin, look, colour, 0.014);
  patch(skin, look, darker(colour, 0.9), 0.0255, { left: 0.16, right: -0.16, top: 1.44, bottom: hem + 0.01 });
  patch(skin, look, darker(colour, 0.6), 0.0265, { left: 0.18, right: 0.145, top: 1.44, bottom: hem + 0.01 });
  for (const s of SIDES) {
    patch(skin, look, darker(colour, 0.84), 0.0255, { left: s * 0.75 + 0.24, right: s * 0.75 - 0.24, top: 0.99, bottom: 0.955 });
  }
  buttons(skin, look, darker(colour, 0.45), 0.028, [1.33, 1.21, 1.09, 0.97]);
  if (look.hair.style === 'hijab') return; // its folds take the place of collar and scarf
  roll(skin, darker(colour, 0.95), 1.47, { across: 0.092, depth: 0.08, z: -0.012, thick: 0.013, tall: 0.032, rise: 0.02 });
  roll(skin, under, 1.492, { across: 0.068, depth: 0.06, z: -0.01, thick: 0.013, tall: 0.024, rise: 0.008 }); // scarf
}

function hoodie(skin: SkinBuilder, look: Look, colour: Color, under: Color): void {
  garment(skin, look, colour, 0.026, 0.87, 1.475, { from: 0.925, colour: darker(colour, 0.9) });
  addArms(skin, look, colour, 0.012);
  patch(skin, look, colour.clone().multiplyScalar(0.95), 0.03, { left: 0.72, right: -0.72, top: 1.08, bottom: 0.94, taper: 0.28 });
  roll(skin, colour, 1.468, { across: 0.088, depth: 0.082, z: -0.022, thick: 0.026, tall: 0.03, rise: 0.034 });
  skin.ball(new Vector3(0, 1.42, -0.115), new Vector3(0.1, 0.085, 0.045), colour, { chest: 1 }, undefined, 16);
  roll(skin, under, 1.474, { across: 0.062, depth: 0.062, z: -0.006, thick: 0.008, tall: 0.012, rise: 0.02 });
  for (const s of SIDES) patch(skin, look, under, 0.031, { left: s * 0.3 + 0.022, right: s * 0.3 - 0.022, top: 1.43, bottom: 1.3 });
}

function jumper(skin: SkinBuilder, look: Look, colour: Color): void {
  garment(skin, look, colour, 0.023, 0.87, 1.475, { from: 0.925, colour: darker(colour, 0.9) });
  addArms(skin, look, colour, 0.009);
  roll(skin, darker(colour, 0.93), 1.478, { across: 0.07, depth: 0.064, z: -0.01, thick: 0.011, tall: 0.014, rise: 0.016 });
}

function apron(skin: SkinBuilder, look: Look, colour: Color, under: Color): void {
  shirt(skin, look, under, 0.14, [1.39]);
  patch(skin, look, colour, 0.017, { left: 0.78, right: -0.78, top: 1.34, bottom: 0.98, taper: 0.38 });
  patch(skin, look, colour, 0.02, { left: 1.15, right: -1.15, top: 1.0, bottom: 0.62 });
  patch(skin, look, darker(colour, 0.82), 0.0235, { left: 2.9, right: -2.9, top: 1.015, bottom: 0.985 });
  patch(skin, look, darker(colour, 0.86), 0.0235, { left: 0.6, right: -0.6, top: 0.9, bottom: 0.77 });
  for (const s of SIDES) {
    patch(skin, look, darker(colour, 0.82), 0.015, { left: s * 0.5 + 0.07, right: s * 0.5 - 0.07, top: 1.45, bottom: 1.33 });
  }
}

/** A sleeveless waistcoat over a shirt, as in shops. */
function gilet(skin: SkinBuilder, look: Look, colour: Color, under: Color): void {
  shirt(skin, look, under, 1, [1.39]);
  garment(skin, look, colour, 0.02, 0.88, 1.43);
  patch(skin, look, under, 0.0225, { left: 0.6, right: -0.6, top: 1.432, bottom: 1.25, tip: 0.97 });
  patch(skin, look, darker(colour, 0.75), 0.022, { left: 0.03, right: -0.03, top: 1.25, bottom: 0.89 });
}

function vest(skin: SkinBuilder, look: Look, colour: Color, under: Color): void {
  gilet(skin, look, colour, under);
  for (const y of [1.02, 1.2]) {
    patch(skin, look, new Color('#d8dcd2'), 0.0265, { left: 3.1, right: -3.1, top: y + 0.018, bottom: y - 0.018 });
  }
  const badge = trunkPoint(-0.62, 1.3, look, 0.022);
  skin.ball(badge, new Vector3(0.03, 0.018, 0.004), new Color('#e8dcc0'), { chest: 1 }, new Matrix4().makeRotationY(-0.5), 8);
}

/** Open down to `low` over what is worn beneath: what jackets and cardigans share. */
function openFront(skin: SkinBuilder, look: Look, colour: Color, under: Color, hem: number, low: number): void {
  garment(skin, look, under, 0.009, 1.1, 1.49);
  garment(skin, look, colour, 0.019, hem, 1.46);
  addArms(skin, look, colour, 0.01);
  patch(skin, look, under, 0.0225, { left: 0.56, right: -0.56, top: 1.462, bottom: low, tip: 0.96 });
  patch(skin, look, darker(colour, 0.72), 0.0215, { left: 0.025, right: -0.025, top: low, bottom: hem + 0.01 });
}

/** A jacket with lapels; with a low hem it is a doctor's coat. */
function blazer(skin: SkinBuilder, look: Look, colour: Color, under: Color): void {
  const hem = look.top.hem ?? 0.82;
  openFront(skin, look, colour, under, hem, 1.17);
  for (const s of SIDES) {
    const lapel = [1.455, 1.39, 1.32, 1.25, 1.175].map((y, i) => {
      const inner = 0.56 * (1 - i * 0.235);
      const outer = inner + [0.2, 0.34, 0.27, 0.17, 0.05][i]!;
      return [inner, outer].map((angle) => trunkPoint(s * angle, y, look, 0.026));
    });
    skin.sheet(lapel, darker(colour, 0.78), trunkWeights, { flip: s < 0 });
    patch(skin, look, darker(colour, 0.85), 0.0225, { left: s * 0.8 + 0.26, right: s * 0.8 - 0.26, top: 0.985, bottom: 0.955 });
  }
  buttons(skin, look, darker(colour, 0.45), 0.0235, [1.13, 1.03]);
  shirtCollar(skin, under.clone().lerp(new Color('#ffffff'), 0.25));
}

function cardigan(skin: SkinBuilder, look: Look, colour: Color, under: Color): void {
  openFront(skin, look, colour, under, 0.86, 1.2);
  for (const s of SIDES) {
    patch(skin, look, darker(colour, 0.84), 0.0225, { left: s * 0.75 + 0.28, right: s * 0.75 - 0.28, top: 1.0, bottom: 0.9 });
  }
  buttons(skin, look, new Color('#c9b58f'), 0.0235, [1.16, 1.07, 0.98, 0.9]);
  shirtCollar(skin, under);
}

/** A short jacket with a zip and ribbed edges: fleece, denim, a bomber. */
function zipped(skin: SkinBuilder, look: Look, colour: Color, under: Color): void {
  garment(skin, look, colour, 0.026, 0.87, 1.475, { from: 0.925, colour: darker(colour, 0.8) });
  addArms(skin, look, colour, 0.014);
  patch(skin, look, darker(colour, 0.62), 0.0275, { left: 0.03, right: -0.03, top: 1.45, bottom: 0.875 });
  for (const s of SIDES) {
    patch(skin, look, darker(colour, 0.8), 0.0285, { left: s * 0.62 + 0.2, right: s * 0.62 - 0.2, top: 1.03, bottom: 0.985 });
  }
  roll(skin, darker(colour, 0.9), 1.472, { across: 0.082, depth: 0.074, z: -0.012, thick: 0.013, tall: 0.026, rise: 0.02 });
  roll(skin, under, 1.482, { across: 0.064, depth: 0.06, z: -0.008, thick: 0.008, tall: 0.014, rise: 0.014 });
}

const TOPS: Readonly<Record<TopKind, (skin: SkinBuilder, look: Look, colour: Color, under: Color) => void>> = {
  coat,
  hoodie,
  jumper,
  shirt: (skin, look, colour) => shirt(skin, look, colour, 1),
  apron,
  gilet,
  vest,
  cardigan,
  blazer,
  zipped,
};

export function addClothes(skin: SkinBuilder, look: Look): void {
  TOPS[look.top.kind](skin, look, new Color(look.top.colour), new Color(look.top.under));
}
