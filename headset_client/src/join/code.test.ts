import { describe, expect, it } from 'vitest';
import { codeInLink, mayTry, readCode, spelled, withoutLast, withSign } from './code';

describe('a join code', () => {
  it('is read as it was meant', () => {
    expect(readCode('abcd 2345')).toBe('ABCD2345');
    expect(readCode('oIlO-9xYz')).toBe('01109XYZ');
  });

  it('leaves out what is no sign and stops at eight', () => {
    expect(readCode('u!ABCDåøæ2345999')).toBe('ABCD2345');
  });

  it('comes out of a link', () => {
    expect(codeInLink('#code=abcd2345')).toBe('ABCD2345');
    expect(codeInLink('#key=abcd2345')).toBe('');
    expect(codeInLink('')).toBe('');
  });

  it('is spelled in two groups', () => {
    expect(spelled('ABCD23')).toBe('A B C D, 2 3');
    expect(spelled('')).toBe('');
  });
});

describe('what stands in the slots', () => {
  const typed = (from: { code: string; refused: boolean }, signs: string) => [...signs].reduce(withSign, from);
  const wrong = { code: 'ABCD2345', refused: true };

  it('fills with signs, and takes no ninth', () => {
    expect(typed({ code: 'ABCD', refused: false }, '23459')).toEqual({ code: 'ABCD2345', refused: false });
  });

  it('begins again with the first key after a no', () => {
    expect(typed(wrong, 'j')).toEqual({ code: 'J', refused: false });
    expect(typed(wrong, 'jkmn6789')).toEqual({ code: 'JKMN6789', refused: false });
  });

  it('is left alone by a key that is no sign', () => {
    expect(withSign(wrong, 'å')).toEqual(wrong);
  });

  it('may be mended from behind after a no', () => {
    expect(withoutLast(wrong)).toEqual({ code: 'ABCD234', refused: false });
  });

  it('goes to the door when it is full and has not been refused', () => {
    expect([wrong, { ...wrong, refused: false }, withoutLast(wrong)].map(mayTry)).toEqual([false, true, false]);
  });
});
