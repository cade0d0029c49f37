import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { Tongue } from '../parts/Tongue';
import { Mark } from '../recording/Mark';
import { RoomQuestion } from '../recording/RoomQuestion';
import { isQuestioned, consentOf } from '../recording/consent';
import type { Session } from '../session';
import type { RoomState } from '../wire/types.gen';
import { useWords } from '../words/use';
import { Calm } from './Calm';
import { Captions } from './Captions';
import { Card } from './Card';
import { HowHard } from './HowHard';
import { Inside } from './inside';
import { Messages } from './Messages';
import { More } from './More';
import { NextWish } from './NextWish';
import { PeerRecord } from './PeerRecord';
import { PeerTray } from './PeerTray';
import { People } from './People';
import { hideProbe, showProbe } from './probe';
import { HelpPucks, StopPuck } from './Pucks';
import { roundAt } from './round';
import { RoundNotes } from './RoundNotes';
import { Stage } from './stage';
import { Steps } from './Steps';
import { useStopKeys } from './useStopKeys';
import { Writing } from './Writing';

interface Props {
  session: Session;
  /** Whether there is a headset to put on. */
  headset: boolean;
  /** They pressed "go in with the headset" at the door. */
  straightToVr: boolean;
  /** The server will not have one any more. What stands still goes on standing still. */
  refused: boolean;
  onLeft: () => void;
}

/** The room: the 3D picture, and over it what one hears, what one can say, and Stop. */
export function Room({ session, headset, straightToVr, refused, onLeft }: Props) {
  const { t, tongue } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [inside] = useState(() => new Inside(session, onLeft));
  const [stage, setStage] = useState<Stage | null>(null);
  const [failed, setFailed] = useState(false);
  useTicks(inside);
  useStopKeys(() => inside.stop('button'));

  const enterVr = (to: Stage) => {
    setFailed(false);
    void to.enterVr().catch(() => setFailed(true));
  };
  useLayoutEffect(() => {
    if (canvas.current === null) return undefined;
    const made = new Stage(canvas.current, inside, () => setFailed(false));
    setStage(made);
    showProbe(inside, made);
    if (straightToVr) enterVr(made);
    return () => {
      hideProbe();
      made.close();
      inside.close();
    };
  }, [inside]);
  if (stage) stage.tongue = tongue;
  useEffect(() => {
    if (refused && !inside.stopping.calm) inside.stop('button');
  }, [refused]);

  const { state } = session;
  const calm = inside.stopping.calm;
  return (
    <main class={`room ${calm ? 'calm' : ''}`}>
      <canvas ref={canvas} role="img" aria-label={t('room.view')} />
      {calm && <Calm inside={inside} state={state} />}
      {!calm && state && (
        <Hud
          inside={inside}
          stage={stage}
          state={state}
          failed={failed}
          onVr={headset && stage && !stage.inVr ? () => enterVr(stage) : null}
        />
      )}
    </main>
  );
}

interface HudProps {
  inside: Inside;
  stage: Stage | null;
  state: RoomState;
  failed: boolean;
  onVr: (() => void) | null;
}

function Hud({ inside, stage, state, failed, onVr }: HudProps) {
  const { t, say, tongue } = useWords();
  const [sheet, setSheet] = useState<'more' | 'record' | null>(null);
  const toggle = (name: 'more' | 'record') => setSheet(sheet === name ? null : name);
  const shut = () => setSheet(null);
  const shown = stage?.shown();
  const role = inside.you?.role;
  const round = roundAt(state, inside.session.you, tongue, inside.session.sceneTime());
  const recording = consentOf(state, inside.session.you, inside.answering.late);
  const answer = (agree: boolean) => void inside.consent(agree);
  return (
    <div class="hud">
      <h1 class="unseen">{say(state.scene?.title ?? {})}</h1>
      <StopPuck inside={inside} />
      {role !== 'observer' && <HelpPucks inside={inside} />}
      <div class="top">
        <Tongue />
        <Mark consent={recording} onAnswer={answer} />
        {onVr && (
          <button type="button" class="button" onClick={onVr}>
            <Icon name="headset" />
            {t('room.vr')}
          </button>
        )}
        <button type="button" class="button" aria-expanded={sheet === 'more'} onClick={() => toggle('more')}>
          <Icon name="menu" />
          {t('room.more')}
        </button>
      </div>
      {role === 'peer' && <PeerTray inside={inside} state={state} records={sheet === 'record'} onRecord={() => toggle('record')} />}
      {shown && <Captions shown={shown} />}
      <Messages inside={inside} shown={shown ?? null} failed={failed} />
      {isQuestioned(recording) && <RoomQuestion consent={recording} onAnswer={answer} />}
      {role !== 'peer' && <RoundNotes round={round} />}
      <p class="unseen" role="status">
        {inside.howHard && t('hard.keys')}
      </p>
      {inside.howHard && !isQuestioned(recording) && <HowHard inside={inside} />}
      {round.wish && !isQuestioned(recording) && <NextWish inside={inside} wish={round.wish} />}
      {!isQuestioned(recording) && shown && shown.cards.length > 0 && (
        <section class={`hand of-${shown.cards.length}`} aria-label={t('room.choose')}>
          {shown.cards.map((card) => (
            <Card key={card.meaning} card={card} onChoose={(chosen) => void inside.choose(chosen)} />
          ))}
        </section>
      )}
      {role !== 'observer' && state.phase === 'running' && <Writing inside={inside} />}
      <Steps eyes={stage?.eyes ?? null} />
      <People state={state} you={inside.session.you} unseen />
      {sheet === 'more' && !isQuestioned(recording) && <More inside={inside} state={state} onClose={shut} />}
      {sheet === 'record' && role === 'peer' && <PeerRecord inside={inside} state={state} onClose={shut} />}
    </div>
  );
}

/** Draws again when anything changed, and once a second, for words that have stood their time. */
function useTicks(inside: Inside): void {
  const [, draw] = useState({});
  useEffect(() => {
    const again = () => draw({});
    const unsubscribe = inside.subscribe(again);
    const ticking = setInterval(again, 1000);
    return () => {
      unsubscribe();
      clearInterval(ticking);
    };
  }, [inside]);
}
