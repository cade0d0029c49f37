/** What one does with the time in the headset: play, stop and ten seconds back, and behind "more" jumps and speed. */
import { SPEEDS, STEP_MS } from '../wire/types.gen';
import type { Language } from '../wire/types.gen';
import type { PuckWords } from '../vr/pucks';
import { textIn } from '../words/say';
import { clock, SPEED_NAMES } from './clock';
import { after, before, type Jump, JUMPS, NO_STOPS, type Stops } from './jumps';
import type { Player } from './player';

/** What one can jump by: also by one frame. */
export type Leap = Jump | 'frame';
export type TimeAct = 'play' | 'pause' | 'back' | 'more' | 'less' | 'before' | 'after' | 'leap' | 'speed';

export const BACK_MS = 10_000;

export class TimeVr {
  /** Where one can jump to. */
  stops: Stops = NO_STOPS;
  /** Whether jumps and speed are there, in place of what one does with the others. */
  open = false;
  private chosen: Leap = 'line';

  constructor(private readonly player: Player) {}

  /** What one jumps by; nobody jumps by what there is none of. */
  get leap(): Leap {
    return this.leaps.find((leap) => leap === this.chosen) ?? this.leaps[0] ?? 'frame';
  }

  words(tongue: Language): PuckWords<TimeAct> {
    const { running, speed } = this.player.playing;
    const going = running ? { pause: textIn(tongue, 're.pause') } : { play: textIn(tongue, 're.play') };
    const always = { ...going, back: textIn(tongue, 're.ten') };
    if (!this.open) return { ...always, more: textIn(tongue, 'room.more') };
    return {
      ...always,
      less: textIn(tongue, 're.vr.less'),
      ...(this.goal('before') !== null && { before: textIn(tongue, `re.vr.before.${this.leap}`) }),
      ...(this.goal('after') !== null && { after: textIn(tongue, `re.vr.after.${this.leap}`) }),
      ...(this.leaps.length > 1 && { leap: textIn(tongue, 're.vr.leap') }),
      speed: `${textIn(tongue, 're.speed')} ${SPEED_NAMES[speed] ?? ''}`,
    };
  }

  /** Where the reel is, in words; null while that is not what one sees to. */
  line(tongue: Language): string | null {
    if (!this.open) return null;
    const { first, last } = this.player.stretch;
    return textIn(tongue, 're.at', { at: clock(this.player.position() - first), all: clock(last - first) });
  }

  press(act: TimeAct): void {
    const { player } = this;
    if (act === 'play') player.play(true);
    else if (act === 'pause') player.play(false);
    else if (act === 'back') player.seek(player.position() - BACK_MS);
    else if (act === 'leap') this.chosen = next(this.leaps, this.leap);
    else if (act === 'speed') player.setSpeed(next(SPEEDS, player.playing.speed));
    else if (act === 'more' || act === 'less') this.open = act === 'more';
    else this.jump(act);
  }

  private get leaps(): readonly Leap[] {
    return [...JUMPS.filter((jump) => this.stops[jump].length > 0), 'frame'];
  }

  private jump(way: 'before' | 'after'): void {
    const goal = this.goal(way);
    if (goal !== null) this.player.seek(goal);
  }

  /** Where a jump would lead; null for nowhere. */
  private goal(way: 'before' | 'after'): number | null {
    const { leap, player } = this;
    const at = player.position();
    if (leap !== 'frame') return (way === 'before' ? before : after)(this.stops[leap], at);
    const { first, last } = player.stretch;
    if (way === 'before') return at > first ? at - STEP_MS : null;
    return at < last ? at + STEP_MS : null;
  }
}

/** The one after `one`; the first after the last. */
function next<T>(all: readonly T[], one: T): T {
  return all[(all.indexOf(one) + 1) % all.length] ?? one;
}
