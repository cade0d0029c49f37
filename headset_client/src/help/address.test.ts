import { describe, expect, it } from 'vitest';
import { addressOf } from './address';

const at = (address: string) => addressOf(new URL(address));

describe('the address of the help page', () => {
  it('is the one the page was opened under, without its path', () => {
    expect(at('https://192.168.1.20:8790/help/headset').text).toBe('https://192.168.1.20:8790');
  });

  it.each([
    ['https://192.168.1.20:8790/help/headset', 'good'],
    ['https://rooms.clinic.example/help/headset', 'good'],
    ['http://192.168.1.20:8790/help/headset', 'plain'],
    ['http://localhost:8790/help/headset', 'local'],
    ['https://127.0.0.1:8790/help/headset', 'local'],
    ['https://[::1]:8790/help/headset', 'local'],
  ])('%s is %s', (address, kind) => {
    expect(at(address).kind).toBe(kind);
  });

  it('gives the cable its own port, and keeps http or https', () => {
    expect(at('https://192.168.1.20:9001/help/headset').cable).toEqual({
      line: 'adb reverse tcp:9001 tcp:9001',
      open: 'https://localhost:9001',
    });
  });

  it('offers no cable on the usual port, which adb may not take', () => {
    expect(at('https://rooms.clinic.example/help/headset').cable).toBeNull();
  });
});
