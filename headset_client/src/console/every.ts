import { useEffect, useState } from 'preact/hooks';

/** Draws the component again every `ms` milliseconds, for what changes without a fact: clocks and walks. */
export function useEvery(ms: number): void {
  const [, redraw] = useState({});
  useEffect(() => {
    const timer = setInterval(() => redraw({}), ms);
    return () => clearInterval(timer);
  }, [ms]);
}
