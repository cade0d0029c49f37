import type { PathBook } from '../../wire/types.gen';
import { ask } from '../api';

const of = (path: string) => `/api/paths/${encodeURIComponent(path)}`;

export const paths = () => ask<PathBook>('GET', '/api/paths');
export const removePath = (path: string) => ask<null>('DELETE', of(path));
export const removeEntry = (path: string, entry: string) => ask<null>('DELETE', `${of(path)}/entries/${encodeURIComponent(entry)}`);
