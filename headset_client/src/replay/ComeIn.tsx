import { useEffect, useState } from 'preact/hooks';
import { FIRST_NAME } from '../join/PickName';
import { Portrait } from '../join/Portrait';
import { Brand } from '../parts/Brand';
import { ReadAloud } from '../parts/ReadAloud';
import { Tongue } from '../parts/Tongue';
import type { Retold } from '../wire/types.gen';
import { useWords } from '../words/use';
import { looksToWear } from '../world';
import * as api from './api';
import type { Viewing } from './viewing';

interface Props {
  viewing: Viewing;
  told: Retold | null;
  atConsole: boolean;
  mine: boolean;
}

const LONGEST = 24;

/** The way in: staff walk straight in with their own name, a client sees first what this is. */
export function ComeIn({ viewing, told, atConsole, mine }: Props) {
  const { t, tongue } = useWords();
  const known = mine && told?.client != null ? told.client : null;
  const person = known === null ? undefined : viewing.scene.state?.people[known];
  const [name, setName] = useState(known === null ? '' : (told?.who[known]?.name ?? ''));
  const [failed, fail] = useState(false);
  const look = lookFor(person?.look, viewing);
  const come = async (as: string) => {
    const { ok } = await viewing.comeIn({ name: as, look, language: tongue });
    fail(!ok);
  };
  // Who is there tells which look is free.
  const ready = viewing.scene.state !== null;
  useEffect(() => {
    if (atConsole && ready) void api.me().then((who) => come(who.ok ? who.value.name : FIRST_NAME));
  }, [viewing, ready]);

  if (atConsole && !failed) return <p class="asking">{t('re.loading')}</p>;
  const given = name.trim() === '' ? FIRST_NAME : name.trim();
  return (
    <div class="replay shut">
      <header class="top">
        <Brand />
        <Tongue />
      </header>
      <main>
        <span class="coin large">
          <Portrait look={look} size={192} />
        </span>
        <h1>{t('re.title')}</h1>
        <p>{t('re.in.lead')}</p>
        <ReadAloud text={`${t('re.title')}. ${t('re.in.lead')}`} />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void come(given);
          }}
        >
          <label>
            <span>{t('re.in.name')}</span>
            <input
              type="text"
              autoComplete="off"
              maxLength={LONGEST}
              value={name}
              placeholder={FIRST_NAME}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
          <button class="button main">{t('re.in.go')}</button>
        </form>
        <p role="alert">{failed && t('re.in.failed')}</p>
      </main>
    </div>
  );
}

/** One's own look of then; else one that nobody here wears. */
function lookFor(own: string | undefined, { scene, watching }: Viewing): string {
  const looks = looksToWear().map(({ id }) => id);
  if (own !== undefined && looks.includes(own)) return own;
  const people = Object.values(scene.state?.people ?? {});
  const worn = new Set([...people, ...(watching?.watchers ?? [])].map(({ look }) => look));
  return looks.find((look) => !worn.has(look)) ?? looks[0] ?? '';
}
