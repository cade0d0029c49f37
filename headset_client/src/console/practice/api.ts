import type { Language, SessionInfo } from '../../wire/types.gen';
import { ask } from '../api';

export const MANNERS = ['anxious', 'silent', 'irritable', 'agreeable', 'intoxicated'] as const;
export type Manner = (typeof MANNERS)[number];

export interface Wanted {
  scenario: string;
  language: Language;
  manner: Manner;
  step: number;
}

/** Opens a session in which a simulated client waits. */
export const practise = (wanted: Wanted) => ask<SessionInfo>('POST', '/api/practice', wanted);
