/** What one does with the others who watch, in the headset: point, say, note, and read what they say and note. */
import type { Group } from 'three';
import type { Body } from '../vr/body';
import type { Choice, Choosing } from '../vr/choosing';
import type { PuckWords } from '../vr/pucks';
import type { Stance } from '../vr/placing';
import type { Language } from '../wire/types.gen';
import { textIn } from '../words/say';
import { Pointing } from './pointing';
import type { PuckName } from './replay_pucks';
import { Saying } from './saying';
import { Hearing, Lines, type News } from './tidings';
import type { Viewing } from './viewing';

type Act = 'point' | 'say' | 'note' | 'close';

export class TogetherVr {
  readonly pointing: Pointing;
  private readonly saying: Saying;
  private hearing = new Hearing();
  private lines = new Lines();

  constructor(
    over: Group,
    private readonly viewing: Viewing,
  ) {
    this.pointing = new Pointing(over, viewing);
    this.saying = new Saying(over, viewing, (words) => this.lines.add(words));
  }

  /** Whether cards are open: then there is nothing else to press. */
  get choosing(): boolean {
    return this.saying.isOpen;
  }

  get choices(): readonly Choice[] {
    return this.saying.choices;
  }

  get spots(): { name: string; at: [number, number, number] }[] {
    return this.saying.spots;
  }

  /** What was said and noted before is no news. */
  begin(): void {
    this.hearing = new Hearing();
    this.lines = new Lines();
    this.saying.close();
    this.pointing.on = false;
  }

  press(act: Act): void {
    if (act === 'point') this.pointing.turn(performance.now());
    else if (act === 'close') this.saying.close();
    else this.saying.show(act);
  }

  words(tongue: Language): PuckWords<PuckName> {
    if (this.saying.isOpen) return { close: textIn(tongue, 'close') };
    const point = textIn(tongue, this.pointing.busy ? 're.point.off' : 're.point');
    return { point, say: textIn(tongue, 're.say'), note: textIn(tongue, 're.note') };
  }

  /** Shows the cards for this frame. */
  show(stance: Stance, tongue: Language, choosing: Choosing): void {
    this.saying.update(stance, tongue, choosing.under, choosing.dwell, performance.now());
  }

  /** Aims at the ground for this frame, once it is known what hands point at. */
  aim(body: Body, choosing: Choosing): void {
    if (this.saying.isOpen) this.pointing.wait(performance.now());
    else this.pointing.update(body, choosing, performance.now());
  }

  /** What is to be read just now; null for nothing. */
  line(tongue: Language): string | null {
    const { session, talked, notes, jumps } = this.viewing;
    const news = this.hearing.news({ you: session.you, talked, notes, at: this.viewing.position(), jumps });
    for (const one of news) this.lines.add(wordsOf(one, tongue));
    if (session.link === 'lost') return textIn(tongue, 're.lost');
    const help = this.pointing.on && !this.pointing.points ? textIn(tongue, 're.vr.point') : null;
    // What the cards are for is said as long as they stand there: what others say waits.
    return this.saying.heading(tongue) ?? this.lines.at(performance.now()) ?? help;
  }
}

function wordsOf({ kind, name, text }: News, tongue: Language): string {
  return kind === 'talk' ? `${name}: ${text}` : textIn(tongue, 're.vr.noteBy', { name, text });
}
