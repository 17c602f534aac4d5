import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursOn, isOpen, nextOpening, type WeeklyHours } from './hours.js';

/** Requirement 10: 周一至周五上午9:00至12:00。下午13:00至17:00; and a Saturday morning. */
const HALL: WeeklyHours = [
  { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
  { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
  { days: [6], from: '09:30', to: '11:30' },
];
const SHANGHAI = 'Asia/Shanghai';
const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`);

it.each([
  ['2026-03-02 08:59', false, '2026-03-02 09:00'],
  ['2026-03-02 09:00', true, '2026-03-02 13:00'],
  ['2026-03-02 11:59', true, '2026-03-02 13:00'],
  ['2026-03-02 12:00', false, '2026-03-02 13:00'],
  ['2026-03-02 12:59', false, '2026-03-02 13:00'],
  ['2026-03-02 13:00', true, '2026-03-03 09:00'],
  ['2026-03-02 16:59', true, '2026-03-03 09:00'],
  ['2026-03-02 17:00', false, '2026-03-03 09:00'],
  ['2026-03-06 17:00', false, '2026-03-07 09:30'],
  ['2026-03-07 11:30', false, '2026-03-09 09:00'],
  ['2026-03-08 10:00', false, '2026-03-09 09:00'],
])('%s: open %s, opens next %s', (local, open, opens) => {
  expect(isOpen(HALL, at(local), SHANGHAI)).toBe(open);
  expect(nextOpening(HALL, at(local), SHANGHAI)).toBe(opens);
});

describe('hours as printed', () => {
  it.each([
    ['2026-03-02', '09:00–12:00，13:00–17:00'],
    ['2026-03-07', '09:30–11:30'],
    ['2026-03-08', ''],
  ])('on %s: %s', (day, printed) => {
    expect(hoursOn(HALL, day)).toBe(printed);
  });
});

describe('at the edges', () => {
  it('24:00 ends a day, and the next begins at 00:00', () => {
    const always = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
    expect(isOpen(always, at('2026-03-02 23:59'), SHANGHAI)).toBe(true);
    expect(isOpen(always, at('2026-03-03 00:00'), SHANGHAI)).toBe(true);
  });

  it('a queue that opens once a week opens next in seven days', () => {
    const mondays = [{ days: [1], from: '09:00', to: '10:00' }];
    expect(nextOpening(mondays, at('2026-03-02 09:00'), SHANGHAI)).toBe('2026-03-09 09:00');
  });

  it('a queue without hours never opens', () => {
    expect(nextOpening([], at('2026-03-02 09:00'), SHANGHAI)).toBeNull();
    expect(isOpen([], at('2026-03-02 09:00'), SHANGHAI)).toBe(false);
  });

  it('an hour that the clocks leave out is not missed: who opens at 02:30 is open when it is three', () => {
    const night = [{ days: [7], from: '02:30', to: '04:00' }];
    expect(isOpen(night, new Date('2026-03-29T00:59:00Z'), 'Europe/Berlin')).toBe(false);
    expect(isOpen(night, new Date('2026-03-29T01:00:00Z'), 'Europe/Berlin')).toBe(true);
  });

  it('an hour that comes twice is open both times', () => {
    const night = [{ days: [7], from: '02:00', to: '03:00' }];
    for (const instant of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])
      expect(isOpen(night, new Date(instant), 'Europe/Berlin')).toBe(true);
    expect(isOpen(night, new Date('2026-10-25T02:00:00Z'), 'Europe/Berlin')).toBe(false);
  });
});

it('the next opening is open, and none was before it (any hours, any instant)', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
  const span = fc
    .record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: clock,
      to: clock,
    })
    .filter(({ from, to }) => from < to);
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 14 });
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 3 }), minutes, (hours, minute) => {
      const now = new Date(at('2026-03-02 00:00').getTime() + minute * 60_000);
      const opens = nextOpening(hours, now, SHANGHAI);
      const instant = at(opens ?? '');
      expect(instant.getTime()).toBeGreaterThan(now.getTime());
      expect(isOpen(hours, instant, SHANGHAI)).toBe(true);
      const quarter = 15 * 60_000;
      for (let t = now.getTime() - (now.getTime() % quarter) + quarter; t < instant.getTime(); t += quarter)
        expect(isOpen(hours, new Date(t), SHANGHAI) && !isOpen(hours, new Date(t - 1), SHANGHAI)).toBe(false);
    }),
    { numRuns: 30 },
  );
});
