import { useEffect, useRef, useState } from 'preact/hooks';
import { HOLDS } from '../vr/dwell';

interface Hold {
  held: boolean;
  hold: () => void;
  letGo: () => void;
}

/** Calls `done` once when held for long enough; after that the pointer must leave before it can hold again. */
export function useHold(done: () => void): Hold {
  const [held, setHeld] = useState(false);
  const spent = useRef(false);
  const latest = useRef(done);
  latest.current = done;
  useEffect(() => {
    if (!held) return undefined;
    const timer = setTimeout(() => {
      spent.current = true;
      setHeld(false);
      latest.current();
    }, HOLDS);
    return () => clearTimeout(timer);
  }, [held]);
  return {
    held,
    hold: () => !spent.current && setHeld(true),
    letGo: () => {
      spent.current = false;
      setHeld(false);
    },
  };
}
