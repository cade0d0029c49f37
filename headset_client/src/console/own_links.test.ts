import { afterEach, describe, expect, it, vi } from 'vitest';
import { linksOf } from './own_links';

const LINKS = [{ session: 'a/b', person: 'c1', name: 'Sol', link: 'https://room.example/replay#key=secret' }];

/** A server that answers in this order, and remembers what it was asked. */
function serverWith(...answers: Response[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    const answer = answers.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('asked once too often'));
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('the clients’ own links', () => {
  it('are asked for once, since the server gives them once, and kept while the page stands', async () => {
    const asked = serverWith(Response.json(LINKS));
    const given = [await linksOf('a/b'), await linksOf('a/b')];
    expect(given).toEqual([
      { ok: true, value: LINKS },
      { ok: true, value: LINKS },
    ]);
    expect(asked).toEqual(['/api/recordings/a%2Fb/keys']);
  });

  it('are asked for again when the server could not answer', async () => {
    serverWith(new Response('', { status: 502 }), Response.json(LINKS));
    expect((await linksOf('c')).ok).toBe(false);
    expect((await linksOf('c')).ok).toBe(true);
  });
});
