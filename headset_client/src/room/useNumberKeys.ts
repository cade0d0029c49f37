import { useEffect, useRef } from 'preact/hooks';
import { typed, WAITS } from './number_keys';

/** Answers 0 to 10 from the keyboard for as long as it is drawn; while somebody writes, figures are theirs. */
export function useNumberKeys(answer: (rating: number) => void): void {
  const latest = useRef(answer);
  latest.current = answer;
  useEffect(() => {
    let waits = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pressed = ({ key, target, repeat, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (repeat || ctrlKey || metaKey || altKey || target instanceof HTMLInputElement) return;
      const now = typed({ waits }, key);
      waits = now.waits;
      if (now.rating !== null) {
        clearTimeout(timer);
        latest.current(now.rating);
      } else if (waits && key === '1') {
        timer = setTimeout(() => {
          waits = false;
          latest.current(1);
        }, WAITS);
      }
    };
    window.addEventListener('keydown', pressed);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', pressed);
    };
  }, []);
}
