/** The lines that stand ready for an avatar: what the script has for it just now, in the tone of the room. */
import { type Axis, type Reply, type RoomState, type Scenario, TONES, type Tone } from '../wire/types.gen';
import type { Said } from '../words/say';

export interface ReadyLine {
  /** The reply of the script that it words. */
  reply: string;
  words: Said;
}

/** As many as there are number keys. */
const MOST = 9;
/** What is answered to these is for the room's own rules: it stills the room and calls a human. */
const NOT_BY_HAND: ReadonlySet<string> = new Set(['help', 'distress']);

type Now = Pick<RoomState, 'beat' | 'levels' | 'uses'>;

export function toneNow(levels: Readonly<Record<Axis, number>>): Tone {
  return TONES[levels.warmth] ?? 'neutral';
}

/** The likeliest first: what begins the beat, what answers its cards, what breaks a silence, what fits anywhere. */
export function readyLines(scenario: Scenario, now: Now, avatar: string): ReadyLine[] {
  const beat = scenario.beats[now.beat] ?? scenario.beats[scenario.start.beat];
  if (beat === undefined) return [];
  const inCardOrder = [...beat.cards, ...Object.keys(beat.turns)];
  const turns = inCardOrder.flatMap((meaning) => beat.turns[meaning] ?? []);
  const general = Object.entries(scenario.general).flatMap(([meaning, turn]) => (NOT_BY_HAND.has(meaning) ? [] : [turn]));
  const ofBeat = [
    ...(beat.opens === null ? [] : [{ reply: beat.opens, by: beat.speaker }]),
    ...turns.map(({ reply, by }) => ({ reply, by })),
    ...beat.silence.map(({ reply }) => ({ reply, by: null })),
  ].filter(({ reply, by }) => (by ?? scenario.replies[reply]?.by ?? beat.speaker) === avatar);
  const anywhere = general.filter(({ reply, by }) => (by ?? scenario.replies[reply]?.by ?? avatar) === avatar);
  const names = new Set([...ofBeat, ...anywhere].map(({ reply }) => reply));
  return [...names].flatMap((reply) => worded(scenario, now, reply)).slice(0, MOST);
}

/** The variant that the room would choose now, with the values of the board put in. */
function worded(scenario: Scenario, { levels, uses }: Now, name: string): ReadyLine[] {
  const reply: Reply | undefined = scenario.replies[name];
  const tone = toneNow(levels);
  const variants = reply?.open[tone] ?? [];
  const words = variants[(uses[`${name}/${tone}/False`] ?? 0) % Math.max(1, variants.length)];
  return words === undefined ? [] : [{ reply: name, words: filled(scenario, levels, words) }];
}

function filled(scenario: Scenario, levels: Readonly<Record<Axis, number>>, words: Said): Said {
  const values = Object.assign({}, ...scenario.boards.map(({ axis, levels: texts }) => texts[levels[axis]]?.values)) as Record<
    string,
    string
  >;
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return Object.fromEntries(Object.entries(words).map(([language, text]) => [language, put(text)]));
}
