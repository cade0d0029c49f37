/** What one does with the others who watch, in the headset: point, say, note, go alone, and read what they say and note. */
import type { Group } from 'three';
import type { Body } from '../vr/body';
import type { Choice, Choosing } from '../vr/choosing';
import type { PuckWords } from '../vr/pucks';
import type { Stance } from '../vr/placing';
import type { Language } from '../wire/types.gen';
import { textIn } from '../words/say';
import { Company, parting, sharing } from './company';
import { Pointing } from './pointing';
import { Saying } from './saying';
import { Hearing, Lines, type News } from './tidings';
import type { Viewing } from './viewing';

export type TogetherAct = 'point' | 'say' | 'note' | 'close' | 'wander' | 'rejoin';

export class TogetherVr {
  readonly pointing: Pointing;
  private readonly saying: Saying;
  private hearing = new Hearing();
  private company = new Company();
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
    this.company = new Company();
    this.lines = new Lines();
    this.saying.close();
    this.pointing.end(performance.now());
  }

  press(act: TogetherAct): void {
    if (act === 'point') this.pointing.turn(performance.now());
    else if (act === 'close') this.saying.close();
    else if (act === 'say' || act === 'note') this.saying.show(act);
    else void this.viewing.ask({ type: 'wanderoff', alone: act === 'wander' });
  }

  /** `apart`: one sees to something else, and only goes alone or comes back. */
  words(tongue: Language, apart: boolean): PuckWords<TogetherAct> {
    if (this.saying.isOpen) return { close: textIn(tongue, 'close') };
    const part = parting(this.viewing.you, this.viewing.others);
    const parted = part === null ? {} : { [part]: textIn(tongue, `re.${part}`) };
    if (apart) return parted;
    const point = textIn(tongue, this.pointing.busy ? 're.point.off' : 're.point');
    return { ...parted, point, say: textIn(tongue, 're.say'), note: textIn(tongue, 're.note') };
  }

  /** Whose position it is that one sees; null where nobody need be told. `always`: one sees to it just now. */
  whose(tongue: Language, always: boolean): string | null {
    const { you, others } = this.viewing;
    return always || you?.alone ? textIn(tongue, sharing(you, others)) : null;
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
    const { session, talked, notes, jumps, you, others } = this.viewing;
    const news = this.hearing.news({ you: session.you, talked, notes, at: this.viewing.position(), jumps });
    for (const one of news) this.lines.add(wordsOf(one, tongue));
    for (const { key, name } of this.company.news(you, others)) this.lines.add(textIn(tongue, key, { name }));
    if (session.link === 'lost') return textIn(tongue, 're.lost');
    const help = this.pointing.on && !this.pointing.points ? textIn(tongue, 're.vr.point') : null;
    // What the cards are for is said as long as they stand there: what others say waits.
    return this.saying.heading(tongue) ?? this.lines.at(performance.now()) ?? help;
  }
}

function wordsOf({ kind, name, text }: News, tongue: Language): string {
  return kind === 'talk' ? `${name}: ${text}` : textIn(tongue, 're.vr.noteBy', { name, text });
}
