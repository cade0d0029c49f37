import { useLayoutEffect, useRef } from 'preact/hooks';

/** Two presses of Escape within this time are a Stop, in ms. */
const TWICE = 900;

/** Escape twice stops, wherever the keys go just then: also while one types. */
export function useStopKeys(stop: () => void): void {
  const latest = useRef(stop);
  latest.current = stop;
  useLayoutEffect(() => {
    let before = -Infinity;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.repeat) return;
      const now = performance.now();
      if (now - before < TWICE) latest.current();
      before = now;
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, []);
}
