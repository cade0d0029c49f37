import { useLayoutEffect, useState } from 'preact/hooks';
import type { Size } from './labels';

/** How large the box is in CSS pixels, also when it has become another; nothing before it is there. */
export function useSize(box: { current: HTMLElement | null }): Size {
  const [size, setSize] = useState<Size>({ w: 0, h: 0 });
  useLayoutEffect(() => {
    const here = box.current;
    if (here === null) return;
    const measure = () => setSize({ w: here.clientWidth, h: here.clientHeight });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(here);
    return () => watch.disconnect();
  }, []);
  return size;
}
