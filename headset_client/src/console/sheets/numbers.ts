import { useLayoutEffect } from 'preact/hooks';

/** Calls `chosen` with 1-9 as that number key is pressed; not while typing. */
export function useNumbers(chosen: (n: number) => void): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if ((event.target as HTMLElement).matches('input, textarea, select')) return;
      if (/^[1-9]$/.test(event.key)) chosen(Number(event.key));
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}
