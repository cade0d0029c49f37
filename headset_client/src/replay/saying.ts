/** Saying and noting in the headset: cards with short sentences, and what has become of the one that was chosen. */
import type { Group } from 'three';
import type { ShownCard } from '../room/shown';
import type { Dwell } from '../vr/dwell';
import { Cards } from '../vr/cards';
import type { Choice } from '../vr/choosing';
import type { Stance } from '../vr/placing';
import type { Language, Watch } from '../wire/types.gen';
import { textIn, wordsIn } from '../words/say';
import { clock } from './clock';
import { readyCards, type Way } from './ready';
import type { Viewing } from './viewing';

export class Saying {
  private readonly cards: Cards;
  /** What the cards are for; a note is about the moment at which they were asked for. */
  private open: { way: Way; moment: number } | null = null;
  private tongue: Language = 'nb';

  /** `told` is told in words what has become of a choice. */
  constructor(
    over: Group,
    private readonly viewing: Viewing,
    private readonly told: (words: string) => void,
  ) {
    this.cards = new Cards(over, (card) => void this.choose(card));
  }

  get isOpen(): boolean {
    return this.open !== null;
  }

  get choices(): readonly Choice[] {
    return this.isOpen ? this.cards.choices : [];
  }

  /** Where each card's picture is, in the place's coordinates. */
  get spots(): { name: string; at: [number, number, number] }[] {
    return this.isOpen ? this.cards.spots.map(({ meaning, at }) => ({ name: meaning, at })) : [];
  }

  show(way: Way): void {
    this.open = { way, moment: Math.round(this.viewing.position()) };
  }

  close(): void {
    this.open = null;
  }

  /** What the cards are for, in words; null while there are none. */
  heading(tongue: Language): string | null {
    if (this.open === null) return null;
    const { way, moment } = this.open;
    return way === 'say' ? textIn(tongue, 're.vr.say') : textIn(tongue, 're.vr.note', { at: this.clockOf(moment) });
  }

  /** Places and paints the cards for this frame. */
  update(stance: Stance, tongue: Language, under: ReadonlySet<string>, dwell: Dwell, now: number): void {
    this.tongue = tongue;
    if (this.cards.show(this.open ? readyCards(this.open.way, tongue) : [], tongue)) dwell.rest(now);
    this.cards.update(stance, under, (id) => dwell.progress(id));
  }

  private async choose({ words }: ShownCard): Promise<void> {
    if (this.open === null) return;
    const { way, moment } = this.open;
    this.close();
    const watch: Watch = way === 'say' ? { type: 'talk', text: words } : { type: 'addnote', text: words, at: moment };
    const { ok, refusal } = await this.viewing.ask(watch);
    const { tongue } = this;
    if (!ok) this.told([refusal?.words, refusal?.instead].map((said) => wordsIn(tongue, said ?? {})).join(' '));
    else if (way === 'say') this.told(textIn(tongue, 're.vr.said', { text: words }));
    else this.told(textIn(tongue, 're.vr.noted', { at: this.clockOf(moment), text: words }));
  }

  private clockOf(moment: number): string {
    return clock(moment - this.viewing.stretch.first);
  }
}
