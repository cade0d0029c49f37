import { useEffect, useState } from 'preact/hooks';
import { Face } from '../parts/Face';
import { portrait } from '../world';

/** Portraits are drawn one at a time, between other work: the page stays quick while they come. */
let queue: Promise<void> = Promise.resolve();

function drawn(look: string, size: number): Promise<string | null> {
  const picture = queue.then(() => new Promise<void>((resolve) => setTimeout(resolve, 0))).then(() => tryDraw(look, size));
  queue = picture.then(() => undefined);
  return picture;
}

function tryDraw(look: string, size: number): string | null {
  try {
    return portrait(look, size);
  } catch {
    // A browser without 3D still shows the painted face; the room itself will say what is missing.
    return null;
  }
}

/** Head and shoulders of a look, as in the room; a painted face stands there until it is ready. `size` in pixels. */
export function Portrait({ look, size }: { look: string; size: number }) {
  const [picture, setPicture] = useState<{ look: string; url: string } | null>(null);
  useEffect(() => {
    let here = true;
    void drawn(look, size).then((url) => here && url !== null && setPicture({ look, url }));
    return () => {
      here = false;
    };
  }, [look, size]);
  if (picture?.look !== look) return <Face look={look} />;
  return <img class="portrait" src={picture.url} alt="" width={size} height={size} />;
}
