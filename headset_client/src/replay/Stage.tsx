import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { Captions } from '../room/Captions';
import { shownAt } from '../room/shown';
import { headsetHere } from '../vr/headset';
import { useWords } from '../words/use';
import type { GroundPoint } from '../world/view';
import { Above } from './Above';
import type { Stops } from './jumps';
import { Picture } from './picture';
import type { Player } from './player';
import { hideProbe, showProbe } from './probe';
import { usePosition } from './use_player';
import type { Viewing } from './viewing';
import { firstView, seersOf, type View } from './whose';
import { Whose } from './Whose';

interface Props {
  player: Player;
  viewing: Viewing | null;
  stops: Stops;
  /** The person of the recording that one is oneself. */
  you: string | null;
}

/** The picture: the place as it was, from above or through somebody's eyes, with what is said over it. */
export function Stage({ player, viewing, stops, you }: Props) {
  const { t, tongue } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [chosen, choose] = useState<View | null>(null);
  const [pointing, point] = useState(false);
  const [, redraw] = useState({});
  const { state } = player.scene;
  const view = chosen ?? (state ? firstView(state) : { from: 'above' as const });

  useLayoutEffect(() => {
    if (canvas.current === null) return undefined;
    try {
      const made = new Picture(canvas.current, player, viewing, () => redraw({}));
      setPicture(made);
      showProbe(player, viewing, made);
      return () => {
        hideProbe();
        made.close();
      };
    } catch {
      // A browser without 3D shows the place from above.
      choose({ from: 'above' });
      return undefined;
    }
  }, [player]);
  const pointAt = (at: GroundPoint | null) => {
    void viewing?.ask({ type: 'pointat', at: at && [at[0], at[1]] });
    point(false);
  };
  if (picture) {
    picture.tongue = tongue;
    picture.view = view;
    picture.vr.time.stops = stops;
    picture.pointing = pointing ? pointAt : null;
  }
  // In the headset one takes eyes there.
  const of = view.from === 'eyes' && picture?.vr.headset.on !== true ? view.of : null;
  useEffect(() => {
    void viewing?.ask({ type: 'takeeyes', of });
  }, [viewing, of]);

  const seers = state ? seersOf(state) : [];
  return (
    <section class={`stage from-${view.from} ${pointing ? 'pointing' : ''}`} aria-label={t('re.picture')}>
      <div class="screen">
        <canvas
          ref={canvas}
          role="img"
          aria-label={`${t('re.picture')}. ${t('re.picture.help')}`}
          hidden={view.from === 'above'}
          class={view.from === 'walk' ? 'walk' : ''}
        />
        {view.from === 'above' && <Above player={player} viewing={viewing} onPoint={pointing ? pointAt : null} />}
        <Said player={player} />
        <Sees view={view} seers={seers} you={you} />
        {viewing && <Pointer on={pointing} points={viewing.you?.points_at != null} onTurn={point} onOff={() => pointAt(null)} />}
        <Headset picture={picture} />
      </div>
      <Whose seers={seers} view={view} you={you} solid={picture !== null} onView={choose} />
    </section>
  );
}

/** What is said at the position shown. */
function Said({ player }: { player: Player }) {
  const { tongue } = useWords();
  const at = usePosition(player);
  const { state } = player.scene;
  return state && <Captions shown={shownAt(state, '', 'live', tongue, at)} />;
}

function Sees({ view, seers, you }: { view: View; seers: ReturnType<typeof seersOf>; you: string | null }) {
  const { t } = useWords();
  if (view.from !== 'eyes') return null;
  const seer = seers.find(({ id }) => id === view.of);
  const name = seer?.name ?? t('re.someone');
  const words = !seer?.here ? t('re.notHere', { name }) : seer.id === you ? t('re.seesYou') : t('re.sees', { name });
  return (
    <p class="sees">
      <Icon name="eye" />
      {words}
    </p>
  );
}

interface PointerProps {
  on: boolean;
  /** Whether one points at something already. */
  points: boolean;
  onTurn: (on: boolean) => void;
  onOff: () => void;
}

function Pointer({ on, points, onTurn, onOff }: PointerProps) {
  const { t } = useWords();
  return (
    <div class="pointer">
      {on && <p role="status">{t('re.point.help')}</p>}
      <button type="button" class="button" aria-pressed={on} onClick={() => (points ? onOff() : onTurn(!on))}>
        <Icon name="hand" />
        {t(points ? 're.point.off' : 're.point')}
      </button>
    </div>
  );
}

function Headset({ picture }: { picture: Picture | null }) {
  const { t } = useWords();
  const [here, found] = useState(false);
  const [failed, fail] = useState(false);
  useEffect(() => {
    void headsetHere().then(found);
  }, []);
  if (!here || picture === null || picture.vr.headset.on) return null;
  const enter = () =>
    void picture.enterVr().then(
      () => fail(false),
      () => fail(true),
    );
  return (
    <div class="goggles">
      <button type="button" class="button" onClick={enter}>
        <Icon name="headset" />
        {t('re.vr')}
      </button>
      <p role="alert">{failed && t('re.vrFailed')}</p>
    </div>
  );
}
