import { useEffect, useMemo, useState } from 'preact/hooks';
import { Brand } from '../parts/Brand';
import { Icon } from '../parts/Icon';
import { Session, useSession } from '../session';
import type { Refusal, Scenario } from '../wire/types.gen';
import { useWords } from '../words/use';
import * as api from './api';
import { Console } from './Console';
import { probe } from './probe';

interface Props {
  id: string;
  onLeave: () => void;
  dark: boolean;
  onDark: () => void;
}

/** One room: connects to it, fetches its script, and shows it as soon as the first state has come. */
export function RoomPage({ id, onLeave, dark, onDark }: Props) {
  const { t } = useWords();
  const session = useMemo(() => new Session({ session: id }), [id]);
  const state = useSession(session);
  const [script, setScript] = useState<Scenario | null>(null);

  useEffect(() => {
    const forget = probe(session);
    void api.script(id).then((answer) => answer.ok && setScript(answer.value));
    return () => {
      forget();
      session.close();
    };
  }, [session]);

  if (session.link === 'refused' || session.link === 'closed') return <Shut refusal={session.refusal} onLeave={onLeave} />;
  if (state === null) return <p class="asking">{t('link.connecting')}</p>;
  return <Console id={id} session={session} state={state} script={script} onLeave={onLeave} dark={dark} onDark={onDark} />;
}

function Shut({ refusal, onLeave }: { refusal: Refusal | null; onLeave: () => void }) {
  const { t, say } = useWords();
  return (
    <div class="outside">
      <header class="topbar">
        <Brand />
      </header>
      <main class="door panel">
        <h1>{refusal === null ? t('link.closed') : say(refusal.words)}</h1>
        {refusal !== null && <p>{say(refusal.instead)}</p>}
        <button type="button" class="button main" onClick={onLeave}>
          <Icon name="arrow-left" />
          {t('link.back')}
        </button>
      </main>
    </div>
  );
}
