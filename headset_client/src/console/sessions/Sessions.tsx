import { useEffect, useState } from 'preact/hooks';
import { Brand } from '../../parts/Brand';
import { Icon } from '../../parts/Icon';
import { Tongue } from '../../parts/Tongue';
import type { Refusal, ScenarioInfo, SessionInfo } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import * as api from '../api';
import { DarkSwitch } from '../DarkSwitch';
import type { Where } from '../place';
import { Practice } from '../practice/Practice';
import { Made } from './Made';
import { MakeSession } from './MakeSession';
import { OpenSessions } from './OpenSessions';

interface Props {
  name: string;
  where: Where;
  go: (to: Where) => void;
  onOut: () => void;
  dark: boolean;
  onDark: () => void;
}

/** The list of open sessions, and beside it the making of a new one. Once made, its codes stand large. */
export function Sessions({ name, where, go, onOut, dark, onDark }: Props) {
  const { t, say } = useWords();
  const onEnter = (session: string) => go({ session });
  const [open, setOpen] = useState<SessionInfo[]>([]);
  const [offered, setOffered] = useState<ScenarioInfo[]>([]);
  const [made, setMade] = useState<SessionInfo | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  useEffect(() => {
    const load = async () => {
      const [list, library] = await Promise.all([api.sessions(), api.scenarios()]);
      if (list.ok) setOpen(list.value);
      if (library.ok) setOffered(library.value);
      setRefusal(!list.ok ? list.refusal : library.ok ? null : library.refusal);
    };
    void load();
  }, [made]);

  return (
    <div class="outside">
      <header class="topbar">
        <Brand />
        <h1>{t('list.title')}</h1>
        <span class="tools">
          <span class="whoami">
            <Icon name="user" />
            {name}
          </span>
          <button type="button" class="button quiet small" onClick={() => go({ page: 'path' })}>
            <Icon name="map" />
            <span class="word">{t('pth.title')}</span>
          </button>
          <button type="button" class="button quiet small" onClick={() => go({ page: 'make' })}>
            <Icon name="pencil" />
            <span class="word">{t('mk.title')}</span>
          </button>
          <a class="button quiet small" href="/replay">
            <Icon name="rotate-ccw" />
            <span class="word">{t('re.list')}</span>
          </a>
          <button type="button" class="button quiet small" onClick={onOut}>
            <Icon name="log-out" />
            <span class="word">{t('out')}</span>
          </button>
          <DarkSwitch dark={dark} onDark={onDark} />
          <Tongue />
        </span>
      </header>
      {refusal !== null && (
        <p class="banner no" role="alert">
          <b>{say(refusal.words)}</b> {say(refusal.instead)}
        </p>
      )}
      {made !== null ? (
        <Made session={made} onEnter={() => onEnter(made.id)} onBack={() => setMade(null)} />
      ) : (
        <main class="sessions">
          <div class="beside">
            <OpenSessions open={open} onEnter={onEnter} />
            {offered.length > 0 && <Practice offered={offered} onEnter={onEnter} onRefused={setRefusal} />}
          </div>
          {offered.length > 0 && <MakeSession offered={offered} where={where} onMade={setMade} onRefused={setRefusal} />}
        </main>
      )}
    </div>
  );
}
