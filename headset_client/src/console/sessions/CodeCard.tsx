import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../parts/Icon';
import type { Code, Refusal } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import * as api from '../api';
import { Qr } from '../../parts/Qr';

interface Props {
  session: string;
  role: api.CodeRole;
  /** Makes a code without being asked: a session without a client is of no use. */
  atOnce?: boolean;
}

const LOOK_AGAIN_MS = 5_000;

/** A code for one person of this role: large, as a square for a camera, and as a link. */
export function CodeCard({ session, role, atOnce = false }: Props) {
  const { t, say } = useWords();
  const [code, setCode] = useState<Code | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const make = async () => {
    const answer = await api.makeCode(session, role);
    setCode(answer.ok ? answer.value : null);
    setRefusal(answer.ok ? null : answer.refusal);
  };
  useEffect(() => {
    if (atOnce) void make();
  }, [session, role, atOnce]);
  return (
    <article class="code">
      <header>
        <h3>{t(`role.${role}`)}</h3>
        <button type="button" class={`button small ${code === null ? 'main' : ''}`} onClick={() => void make()}>
          <Icon name={code === null ? 'plus' : 'refresh-cw'} />
          {t(code === null ? 'codes.get' : 'codes.new')}
          <span class="unseen">: {t(`role.${role}`)}</span>
        </button>
      </header>
      {refusal !== null && (
        <p class="banner no" role="alert">
          <b>{say(refusal.words)}</b> {say(refusal.instead)}
        </p>
      )}
      {code === null && refusal === null && !atOnce && <p class="soft">{t('codes.when', { role: t(`role.${role}`) })}</p>}
      {code !== null && <Shown code={code} role={role} />}
    </article>
  );
}

function Shown({ code, role }: { code: Code; role: api.CodeRole }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const minutes = useMinutesLeft(code.until);
  const { link } = code;
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true));
  return (
    <div class="shown" data-over={minutes <= 0}>
      <Qr text={link} label={t('codes.qr', { role: t(`role.${role}`) })} />
      <div>
        <p class="letters">
          <span class="unseen">{[...code.code].join(' ')}</span>
          <span aria-hidden="true">
            {code.code.slice(0, 4)} {code.code.slice(4)}
          </span>
        </p>
        <p class="soft">{t('codes.how', { where: new URL(link).origin })}</p>
        <p>
          <a href={link} target="_blank" rel="noreferrer">
            {t('codes.link', { role: t(`role.${role}`) })}
          </a>
        </p>
        <p>
          <a href={new URL('/help/headset', link).href} target="_blank" rel="noreferrer">
            {t('help.title')}
          </a>
        </p>
        <p>{minutes > 0 ? t('codes.good', { n: minutes }) : t('codes.over')}</p>
        {isSecureContext && (
          <button type="button" class="button small" onClick={copy}>
            <Icon name={copied ? 'check' : 'copy'} />
            <span role="status">{t(copied ? 'codes.copied' : 'codes.copy')}</span>
          </button>
        )}
      </div>
    </div>
  );
}

/** Whole minutes until the Unix time `until`, the last one begun counted whole. */
function useMinutesLeft(until: number): number {
  const left = () => Math.max(0, Math.ceil((until - Date.now() / 1000) / 60));
  const [minutes, setMinutes] = useState(left);
  useEffect(() => {
    setMinutes(left());
    const timer = setInterval(() => setMinutes(left()), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [until]);
  return minutes;
}
