import { useEffect, useState } from 'preact/hooks';
import { ReadAloud } from '../parts/ReadAloud';
import { keptSeat } from '../session';
import type { MyPath as Mine } from '../wire/types.gen';
import { useWords } from '../words/use';
import { PathPicture } from './PathPicture';
import { near } from './near';

/** At the end: what one has practised and what it leads to, for those who are on a path; nothing for others. */
export function MyPath() {
  const { t, say } = useWords();
  const [mine, setMine] = useState<Mine | null>(null);
  useEffect(() => {
    const seat = keptSeat();
    if (seat !== null) void load(seat).then(setMine);
  }, []);
  if (mine === null) return null;
  const stops = near(mine.stops);
  if (stops.length === 0) return null;
  const practised = stops.filter(({ rounds }) => rounds > 0).map(({ title }) => say(title));
  return (
    <section class="my-path" aria-labelledby="my-path">
      <h2 id="my-path">
        {t('pth.mine')}: {mine.name}
      </h2>
      <p>{t('pth.mine.lead')}</p>
      <PathPicture stops={stops} />
      <ReadAloud text={[t('pth.mine.lead'), ...practised].join(' ')} />
    </section>
  );
}

/** None when one is on no path, or the server does not answer. */
async function load(seat: string): Promise<Mine | null> {
  const response = await fetch('/api/paths/mine', { headers: { authorization: `Bearer ${seat}` } }).catch(() => null);
  if (response === null || !response.ok) return null;
  const said: unknown = await response.json().catch(() => null);
  return typeof said === 'object' && said !== null && 'stops' in said ? (said as Mine) : null;
}
