import { describe, expect, it } from 'vitest';
import { codeInLink, readCode, spelled } from './code';

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
