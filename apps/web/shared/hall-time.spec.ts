import { describe, expect, it } from 'vitest';
import { hallDate, hallDay, hallTime } from './hall-time.js';

const SHANGHAI = 'Asia/Shanghai';

describe('time on the hall’s wall', () => {
  it.each([
    ['2026-03-02T01:05:59.999Z', SHANGHAI, '09:05'],
    ['2026-03-01T16:00:00.000Z', SHANGHAI, '00:00'],
    ['2026-03-02T15:59:59.000Z', SHANGHAI, '23:59'],
    ['2026-03-02T01:05:00.000Z', 'Asia/Urumqi', '07:05'],
  ])('%s in %s is %s', (at, zone, shown) => {
    expect(hallTime(at, zone)).toBe(shown);
    expect(hallTime(new Date(at), zone)).toBe(shown);
  });

  it('turns the day at the hall’s midnight, not at that of UTC', () => {
    expect(hallDate('2026-03-02T15:59:59Z', SHANGHAI)).toBe('3月2日星期一');
    expect(hallDate('2026-03-02T16:00:00Z', SHANGHAI)).toBe('3月3日星期二');
    expect(hallDay('2026-03-02T15:59:59Z', SHANGHAI)).toBe('2026-03-02');
    expect(hallDay('2026-03-02T16:00:00Z', SHANGHAI)).toBe('2026-03-03');
    expect(hallDate('2026-03-02T16:00:00Z', SHANGHAI, 'en')).toMatch(/^Tuesday,? 3 March$/);
  });
});
