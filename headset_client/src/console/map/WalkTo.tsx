import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../parts/Icon';
import type { Avatar } from '../../wire/types.gen';
import type { GroundPoint } from '../../world/view';
import { useWords } from '../../words/use';
import { useDesk } from '../desk';
import { type Frame, type Ground, toMap } from './frame';

const STEP_M = 0.25;
const MOVES: Readonly<Record<string, GroundPoint>> = {
  ArrowLeft: [-STEP_M, 0],
  ArrowRight: [STEP_M, 0],
  ArrowUp: [0, -STEP_M],
  ArrowDown: [0, STEP_M],
};

interface Props {
  avatar: Avatar;
  frame: Frame;
  ground: Ground;
  onWalk: (to: GroundPoint) => void;
}

/** Choosing where the avatar walks: a press on the floor, or the arrow keys and Enter. */
export function WalkTo({ avatar, frame, ground, onWalk }: Props) {
  const { t, tongue } = useWords();
  const { walk } = useDesk();
  const [at, setAt] = useState<GroundPoint>(avatar.motion.path.at(-1) ?? [0, 0]);
  const cross = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cross.current?.focus({ preventScroll: true }), []);
  const moved = (event: KeyboardEvent) => {
    const by = MOVES[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setAt([clamp(at[0] + by[0], ground.x0, ground.x1), clamp(at[1] + by[1], ground.z0, ground.z1)]);
  };
  const { x, y } = toMap(frame, at);
  const metres = (value: number) => value.toLocaleString(tongue, { maximumFractionDigits: 2 });
  return (
    <div class="walkTo">
      <p role="status">
        {t('map.walk', { name: avatar.name })}
        <button type="button" class="button small" onClick={() => walk(false)}>
          {t('close')}
          <kbd>Esc</kbd>
        </button>
      </p>
      <button
        type="button"
        class="cross"
        ref={cross}
        style={{ left: `${x}px`, top: `${y}px` }}
        aria-label={t('map.walk.at', { x: metres(at[0]), z: metres(at[1]) })}
        onKeyDown={moved}
        onClick={() => onWalk(at)}
      >
        <Icon name="footprints" />
      </button>
    </div>
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
