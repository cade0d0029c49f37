/** Making scenarios: the page's questions to the server. None rejects. */
import type { Checked, OwnInfo, Scenario, TakenIn, Written } from '../../wire/types.gen';
import { ask } from '../api';

const of = (id: string) => `/api/scenarios/${encodeURIComponent(id)}`;

export const own = () => ask<OwnInfo[]>('GET', '/api/own-scenarios');
export const read = (id: string) => ask<Written>('GET', of(id));
export const check = (id: string, scenario: Scenario) => ask<Checked>('POST', of(id), { scenario });
export const save = (id: string, scenario: Scenario) => ask<Checked>('PUT', of(id), { scenario });
export const copy = (id: string) => ask<TakenIn>('POST', `${of(id)}/copy`, {});
export const remove = (id: string) => ask<null>('DELETE', of(id));
/** A file from elsewhere. What is wrong in it comes back as its mistakes, with no id. */
export const takeIn = (name: string, text: string) => ask<TakenIn>('POST', '/api/own-scenarios', { name, text });
export const fileOf = (id: string) => `${of(id)}/file`;
