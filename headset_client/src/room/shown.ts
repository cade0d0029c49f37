/** What a person in the room is to be shown just now: the same on the flat page and on the panels in the headset. */

import type { Language, OfferedCard, RoomState } from '../wire/types.gen';
import type { Key } from '../words/catalogue';
import { type Fill, textIn, wordsIn } from '../words/say';

export interface Caption {
  seq: number;
  who: string;
  name: string;
  artificial: boolean;
  mine: boolean;
  words: string;
  /** The line before the last one: still there for slow readers. */
  older: boolean;
}

export interface ShownCard {
  meaning: string;
  icon: string;
  words: string;
  /** The one that help points at. */
  lit: boolean;
}

export interface Shown {
  captions: Caption[];
  /** The speaker's id and name while an avatar thinks about its answer. */
  thinking: { who: string; name: string } | null;
  whisper: string | null;
  hint: string | null;
  /** What has just broken in, as a caption with its picture. */
  brokeIn: { words: string; icon: string } | null;
  cards: ShownCard[];
  /** A calm word about the room or the connection; null while all is well. */
  notice: Notice | null;
}

export interface Notice {
  key: Key;
  fill?: Fill;
}

/** How long a said line can still be read after it was said, in ms, for people who read slowly. */
const READING = 20_000;
const WHISPER = 25_000;
const BROKE_IN = 8000;

/** How the line is: `restarting` when the server has said that it goes away for a moment. */
export type LineIs = 'live' | 'lost' | 'restarting';

export function shownAt(state: RoomState, you: string, line: LineIs, tongue: Language, now: number): Shown {
  const thinker = Object.values(state.avatars).find((avatar) => avatar.present && avatar.thinking);
  const whisper = state.notes.filter((note) => note.kind === 'whisper' && note.to === you && now - note.t < WHISPER).at(-1);
  const help = state.help_given;
  return {
    captions: captionsAt(state, you, tongue, now),
    thinking: thinker ? { who: thinker.id, name: thinker.name } : null,
    whisper: whisper?.text ?? null,
    hint: help?.kind === 'hint' ? wordsIn(tongue, help.words) : null,
    brokeIn: brokeInAt(state, tongue, now),
    cards: state.phase === 'running' && state.people[you]?.role === 'client' ? cardsOf(state, tongue) : [],
    notice: noticeOf(state, you, line),
  };
}

/** A name as the others see it. An avatar's always says that it is artificial, also when a person plays it. */
export function nameOf(state: RoomState, id: string, tongue: Language): string {
  const avatar = state.avatars[id];
  if (avatar) return `${avatar.name} · ${textIn(tongue, 'artificial')}`;
  return state.people[id]?.name ?? '';
}

function captionsAt(state: RoomState, you: string, tongue: Language, now: number): Caption[] {
  // A room that stands still keeps its last words: nobody is to miss them for having asked for a pause.
  const until = state.frozen_at === null ? now : Math.min(now, state.frozen_at);
  const lines = state.lines.slice(-2).filter((line) => until < line.t + line.lasts + READING);
  return lines.map((line, n) => ({
    seq: line.seq,
    who: line.who,
    name: line.who === you ? textIn(tongue, 'room.youSaid') : nameOf(state, line.who, tongue),
    artificial: line.who in state.avatars,
    mine: line.who === you,
    words: wordsIn(tongue, line.words),
    older: n < lines.length - 1,
  }));
}

/** One picture for each sound of rooms/sounds.py; what is not here is a noise. */
const SOUND_ICONS: Readonly<Record<string, string>> = {
  phone: 'phone',
  door: 'door',
  knock: 'door',
  voices: 'talk',
  dog: 'dog',
  till: 'money',
  engine: 'bus',
  music: 'music',
};

function brokeInAt({ interruption, phase }: RoomState, tongue: Language, now: number): Shown['brokeIn'] {
  if (interruption === null || phase !== 'running' || now - interruption.t >= BROKE_IN) return null;
  return { words: wordsIn(tongue, interruption.words), icon: SOUND_ICONS[interruption.sound] ?? 'noise' };
}

function cardsOf(state: RoomState, tongue: Language): ShownCard[] {
  const helped = state.help_given?.kind === 'shown' ? state.help_given.meaning : null;
  return state.offered.map((card: OfferedCard) => ({
    meaning: card.meaning,
    icon: card.icon,
    words: wordsIn(tongue, card.words),
    lit: card.meaning === helped,
  }));
}

function noticeOf(state: RoomState, you: string, line: LineIs): Notice | null {
  if (line !== 'live') return { key: line === 'lost' ? 'room.lost' : 'room.restarting' };
  if (state.phase === 'ready') return { key: 'room.ready' };
  if (state.phase !== 'paused') return null;
  if (state.phase_why === 'crisis' || state.phase_why === 'distress') return { key: 'room.called' };
  const away = state.phase_why === 'lost' && state.phase_by !== you ? state.people[state.phase_by] : undefined;
  return away ? { key: 'room.awaited', fill: { name: away.name } } : { key: 'room.paused' };
}
