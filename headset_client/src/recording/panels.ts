import type { Group } from 'three';
import type { Choice } from '../vr/choosing';
import type { Stance } from '../vr/placing';
import type { Language } from '../wire/types.gen';
import { LampPanels } from './lamp_panels';
import { QuestionPanels } from './question_panels';
import { isQuestioned, type Consent } from './consent';

/** What one in a headset sees of a recording. */
export interface Shows {
  consent: Consent;
  tongue: Language;
  /** Whether the question may stand there: not in the calm place, and not while nobody would hear the answer. */
  mayAsk: boolean;
  under: ReadonlySet<string>;
  progress: (id: string) => number;
}

/** A recording in the headset: the question while it is open, and the lamp for as long as there is something to mark. */
export class RecordingPanels {
  private readonly question: QuestionPanels;
  private readonly lamp: LampPanels;

  constructor(over: Group, answer: (agree: boolean) => void) {
    this.question = new QuestionPanels(over, answer);
    this.lamp = new LampPanels(over, answer);
  }

  get choices(): Choice[] {
    return [...this.question.choices, ...this.lamp.choices];
  }

  /** Where one looks to answer, or to change one's answer, in the place's coordinates. */
  get spots(): { agree: boolean; at: [number, number, number] }[] {
    return [...this.question.spots, ...this.lamp.spots];
  }

  /** Answers whether the question has come just now. */
  update(stance: Stance, { consent, tongue, mayAsk, under, progress }: Shows): { asks: boolean; anew: boolean } {
    const before = this.question.open;
    const asks = mayAsk && isQuestioned(consent);
    if (asks) this.question.update(stance, consent, tongue, under, progress);
    else this.question.hide();
    this.lamp.update(stance, consent, tongue, under, progress);
    return { asks, anew: asks && !before };
  }
}
