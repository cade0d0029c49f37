import type { Group } from 'three';
import type { Inside } from '../room/inside';
import { roundAt, WISHES } from '../room/round';
import type { Shown, ShownCard } from '../room/shown';
import type { Language } from '../wire/types.gen';
import { textIn } from '../words/say';
import { Cards } from './cards';
import type { Choice, Choosing } from './choosing';
import { DistressPanel } from './distress_panel';
import type { Stance } from './placing';
import { RoundPanels } from './round_panels';

/** What one frame shows of the round. */
interface Frame {
  shown: Shown;
  tongue: Language;
  now: number;
  /** Something else is asked: nothing of the round stands in its place. */
  quiet: boolean;
}

/** A round in the headset: how hard it is, what comes next, and what is to be kept in mind. */
export class RoundVr {
  private readonly wishes: Cards;
  private readonly distress: DistressPanel;
  private readonly panels: RoundPanels;

  constructor(
    over: Group,
    private readonly inside: Inside,
    private readonly choosing: Choosing,
  ) {
    this.wishes = new Cards(over, ({ meaning }) => this.wish(meaning));
    this.distress = new DistressPanel(
      over,
      (rating) => void inside.rate(rating),
      () => inside.putQuestionAway(),
    );
    this.panels = new RoundPanels(over);
  }

  get choices(): Choice[] {
    return [...this.distress.choices, ...this.wishes.choices];
  }

  /** Where one looks to say how hard it is, in the place's coordinates. */
  get ratings(): { rating: number; at: [number, number, number] }[] {
    return this.distress.spots;
  }

  /** Where each answer to "what next" is. */
  get wishSpots(): { meaning: string; at: [number, number, number] }[] {
    return this.wishes.spots;
  }

  hide(tongue: Language): void {
    this.wishes.show([], tongue);
    this.distress.hide();
    this.panels.hide();
  }

  /** Draws it for this frame; whether it stands in the place of the cards. */
  update(at: Stance, { shown, tongue, now, quiet }: Frame): boolean {
    const { session } = this.inside;
    if (session.state === null) return false;
    const round = roundAt(session.state, session.you, tongue, session.sceneTime());
    const hard = this.ask(at, tongue, now, !quiet && this.inside.howHard);
    const next = !quiet && !hard && round.wish?.chosen === null;
    if (this.wishes.show(next ? wishesIn(tongue) : [], tongue)) this.choosing.dwell.rest(now);
    this.wishes.update(at, this.choosing.under, (id) => this.choosing.dwell.progress(id));
    this.panels.update(at, quiet || hard ? { ...round, wish: null } : round, shown.brokeIn, tongue);
    return hard || next;
  }

  private ask(at: Stance, tongue: Language, now: number, asks: boolean): boolean {
    const { under, dwell } = this.choosing;
    if (asks && !this.distress.open) dwell.rest(now);
    if (asks) this.distress.update(at, tongue, under, (id) => dwell.progress(id));
    else this.distress.hide();
    return asks;
  }

  private wish(meaning: string): void {
    const chosen = WISHES.find(({ wish }) => wish === meaning);
    if (chosen) void this.inside.wish(chosen.wish);
  }
}

function wishesIn(tongue: Language): ShownCard[] {
  return WISHES.map(({ wish, icon }) => ({ meaning: wish, icon, words: textIn(tongue, `wish.${wish}`), lit: false }));
}
