import '@fontsource/atkinson-hyperlegible/400.css';
import '@fontsource/atkinson-hyperlegible/700.css';
import { looks, portrait, World } from '../src/world';
import { PLACE_SHOTS } from './places';
import { SHOTS } from './scenes';
import { drawSheet, SHEETS } from './sheet';

const STEP = 1 / 20;

/** What a frame costs the processor, without any drawing: a second of life of the crowd, many times over. */
function measure(world: World): void {
  const frames = 720;
  const run = (): number => {
    const begun = performance.now();
    for (let i = 0; i < frames; i++) world.advance(i * 14, 1 / 72);
    return (performance.now() - begun) / frames;
  };
  run();
  Object.assign(window, { done: { name: 'pace', millisecondsAFrame: run() } });
}

function showPortraits(canvas: HTMLCanvasElement): void {
  const pictures = looks().map(({ id }) => {
    const picture = new Image(170, 170);
    picture.src = portrait(id, 170);
    return picture;
  });
  canvas.replaceWith(...pictures);
}

/** Runs a shot for a while without drawing every frame, so that software rendering keeps up, then draws the last ones. */
async function start(): Promise<void> {
  const name = new URLSearchParams(location.search).get('view') ?? 'bus_far';
  const canvas = document.querySelector<HTMLCanvasElement>('#view')!;
  const world = new World(canvas, { preserve: true, pixelRatio: 1 });
  world.resize(1280, 720);
  const sheet = SHEETS[name];
  if (sheet) {
    drawSheet(world.renderer, sheet());
    Object.assign(window, { done: { name } });
    return;
  }
  if (name === 'portraits') {
    const begun = performance.now();
    showPortraits(canvas);
    Object.assign(window, { done: { name, milliseconds: performance.now() - begun } });
    return;
  }
  const shot = (SHOTS[name] ?? PLACE_SHOTS[name])!();
  world.camera.fov = shot.fov ?? 62;
  world.camera.position.set(...shot.eye);
  world.camera.lookAt(...shot.at);
  world.camera.updateProjectionMatrix();
  await document.fonts.load('700 20px "Atkinson Hyperlegible"');
  await document.fonts.load('400 20px "Atkinson Hyperlegible"');
  world.show(shot.view);
  if (name === 'pace') {
    measure(world);
    return;
  }
  const begun = performance.now();
  const steps = Math.round((shot.run ?? 2) / STEP);
  for (let i = 0; i <= steps; i++) world.advance(i * STEP * 1000, STEP);
  for (let i = 1; i <= 12; i++) world.advance((steps * STEP + i * 0.2) * 1000, 0);
  world.render(steps * STEP * 1000, 0); // the first picture also draws the sun's shadows, once
  const drawn = performance.now();
  world.render(steps * STEP * 1000, 0);
  Object.assign(window, { done: { name, ...world.stats(), advanceMs: drawn - begun, drawMs: performance.now() - drawn } });
}

void start();
