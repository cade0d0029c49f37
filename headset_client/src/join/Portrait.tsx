import { useEffect, useState } from 'preact/hooks';
import { Face } from '../parts/Face';
import { portrait } from '../world';

/** Portraits are drawn one at a time, between other work: the page stays quick while they come. */
let queue: Promise<void> = Promise.resolve();

function drawn(look: string, size: number): Promise<string | null> {
  const picture = queue.then(quiet).then(() => tryDraw(look, size));
  queue = picture.then(() => undefined);
  return picture;
}

/** A moment when the page has nothing better to do; not every browser can tell. */
function quiet(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 400 });
    else setTimeout(resolve, 30);
  });
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
