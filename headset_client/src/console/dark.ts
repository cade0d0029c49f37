import { useEffect, useState } from 'preact/hooks';

const KEPT = 'dark';

/** A dark screen for a dark room: first as the computer has it, then as one chose. */
export function useDark(): [boolean, () => void] {
  const [dark, setDark] = useState(() => {
    const kept = localStorage.getItem(KEPT);
    return kept === null ? matchMedia('(prefers-color-scheme: dark)').matches : kept === 'yes';
  });
  useEffect(() => {
    document.documentElement.dataset['room'] = dark ? 'dark' : 'light';
  }, [dark]);
  const change = () => {
    localStorage.setItem(KEPT, dark ? 'no' : 'yes');
    setDark(!dark);
  };
  return [dark, change];
}
