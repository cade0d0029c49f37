import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../session';
import { useWords } from '../words/use';
import { looksToWear } from '../world';
import { codeInLink, FULL } from './code';
import { type Answer, knockWith, type Wait } from './door';
import { EnterCode } from './EnterCode';
import { Frame } from './Frame';
import { PickLook } from './PickLook';
import { FIRST_NAME, PickName } from './PickName';

const STEPS = ['code', 'name', 'look'] as const;
type Step = (typeof STEPS)[number];

interface Props {
  /** The session that the code has opened, once it has. */
  session: Session | null;
  onSeat: (seat: string) => void;
}

/** The way in: one question a screen, and back is always possible until one has knocked. */
export function Join({ session, onSeat }: Props) {
  const { tongue, say } = useWords();
  const [note, setNote] = useState('');
  const [step, setStep] = useState<Step>(session ? 'name' : 'code');
  const [name, setName] = useState<string>(FIRST_NAME);
  const [look, setLook] = useState(() => looksToWear()[0]?.id ?? '');
  const door = useDoor(session !== null, onSeat, () => setStep('name'));
  const at = STEPS.indexOf(step);
  async function knock() {
    const outcome = await session?.send({ type: 'knock', name: name.trim(), look, language: tongue });
    setNote(outcome?.refusal ? `${say(outcome.refusal.words)} ${say(outcome.refusal.instead)}` : '');
  }
  // After a reload the code is no longer known here, and it cannot be used twice: there is nothing to go back to.
  const before = step === 'name' && door.code === '' ? undefined : STEPS[at - 1];

  return (
    <Frame screen={step} step={{ at, all: STEPS.length }} onBack={before && (() => setStep(before))}>
      {step === 'code' && <EnterCode key={door.code} first={door.code} {...door} onDone={door.knock} />}
      {step === 'name' && <PickName name={name} onPick={setName} onDone={() => setStep('look')} />}
      {step === 'look' && <PickLook look={look} onPick={setLook} note={note} onDone={() => void knock()} />}
    </Frame>
  );
}

interface Door {
  code: string;
  busy: boolean;
  note: string;
  refused: boolean;
  wait: Wait | null;
  knock: (code: string) => void;
}

/** Takes a code to the door, also one that came by link. A code that has opened it is not taken there again. */
function useDoor(open: boolean, onSeat: (seat: string) => void, onOpen: () => void): Door {
  const { t, say } = useWords();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);

  async function knock(entered: string) {
    if (open && entered === code) return onOpen();
    setBusy(true);
    setCode(entered);
    const told = await knockWith(entered);
    setAnswer(told);
    setBusy(told.kind === 'wait');
    if (told.kind !== 'seat') return;
    onSeat(told.seat.seat);
    onOpen();
  }
  useEffect(() => {
    if (answer?.kind !== 'wait') return undefined;
    const again = setTimeout(() => void knock(code), answer.seconds * 1000);
    return () => clearTimeout(again);
  }, [answer]);
  useEffect(() => {
    const follow = () => {
      const linked = codeInLink(location.hash);
      if (linked === '') return;
      // The code is a secret: it leaves the address before anyone can read it there.
      history.replaceState(null, '', location.pathname);
      setCode(linked);
      if (linked.length === FULL) void knock(linked);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  const why = answer?.kind === 'refused' ? `${say(answer.refusal.words)} ${say(answer.refusal.instead)}` : '';
  const note = answer?.kind === 'unreached' ? t('code.unreached') : why;
  const wait = answer?.kind === 'wait' ? answer : null;
  return { code, busy, note, refused: answer?.kind === 'refused', wait, knock: (entered) => void knock(entered) };
}
