import { describe, expect, it } from 'vitest';
import type { AppointmentPolicy } from './appointment-policy.js';
import { book } from './book.js';
import { checkIn } from './check-in.js';
import { slotsOn } from './slots.js';
import type { Actor } from '../hall/actor.js';
import { faultOf } from '../hall/configure.js';
import { BARE_KIOSK, passOf, SmallHall } from '../hall/hall.fixture.js';
import { issue } from '../queueing/issue.js';

const PUBLIC: Actor = { kind: 'public' };
const MON = '2026-03-02';
const extended = (change: Partial<AppointmentPolicy> = {}): AppointmentPolicy => ({
  ...{ queueId: 'queue-a', slotMinutes: 30, capacity: 1, daysAhead: 7, cancelHours: 2 },
  ...{ checkInEarlyMinutes: 30, checkInLateMinutes: 15 },
  kind: 'extended',
  spans: [{ days: [1], from: '17:30', to: '18:40' }],
  ...change,
});
const open = (extraHours: { from: string; to: string }[] = []) =>
  new SmallHall((config) => ({
    ...config,
    calendar: {
      specialDays: [{ day: '2026-03-09', kind: 'holiday', name: '休' }],
      extraHours: extraHours.map((span) => ({ day: MON, queueId: 'queue-a', ...span })),
    },
    appointments: [extended(), extended({ kind: 'slot', spans: [] })],
  }));
const kinds = (hall: SmallHall, day: string) =>
  slotsOn(hall.state, 'queue-a', day, hall.at).flatMap(({ kind, from }) =>
    kind === 'extended' ? [from] : [],
  );

describe('延时服务 (requirement 18)', () => {
  it('has slots of its own after the others; none on a day off, none where the queue is open to everybody', () => {
    const hall = open();
    expect(kinds(hall, MON)).toEqual(['17:30', '18:00']);
    expect(slotsOn(hall.state, 'queue-a', MON, hall.at).at(-3)?.kind).toBe('slot');
    expect([kinds(hall, '2026-03-03'), kinds(hall, '2026-03-09')]).toEqual([[], []]);
    expect(kinds(open([{ from: '17:00', to: '18:00' }]), MON)).toEqual(['18:00']);
  });

  it('is checked in within its window although the queue gives no numbers then', () => {
    const hall = open();
    const { bookingId } = hall.give(book, { queueId: 'queue-a', day: MON, from: '17:30' }, PUBLIC);
    expect(hall.facts.at(-1)).toMatchObject({ type: 'booked', kind: 'extended' });
    const pass = passOf(String(bookingId)).code;
    hall.at = new Date(`${MON}T16:59:00+08:00`);
    expect(hall.refused(checkIn, { pass }, BARE_KIOSK)).toBe('check-in-too-early');
    hall.at = new Date(`${MON}T17:20:00+08:00`);
    expect(hall.refused(issue, { queueId: 'queue-a', matterId: null }, BARE_KIOSK)).toBe('queue-closed');
    expect(hall.give(checkIn, { pass }, BARE_KIOSK)).toMatchObject({ number: 'A001' });
  });

  it.each([
    ['the queue’s own hours', [{ days: [1], from: '16:30', to: '18:00' }]],
    [
      'each other',
      [
        { days: [1, 2], from: '18:00', to: '19:00' },
        { days: [2], from: '18:30', to: '20:00' },
      ],
    ],
  ])('must not overlap %s', (_name, spans) => {
    const { config } = open().state;
    expect(faultOf(config)).toBe(null);
    const wrong = { ...config, appointments: [extended({ spans })] };
    expect(faultOf(wrong)).toEqual({ fault: 'extended-overlap', queue: 'queue-a' });
  });

  it('is one policy a queue and kind', () => {
    const { config } = open().state;
    expect(faultOf({ ...config, appointments: [extended(), extended()] })).toMatchObject({
      fault: 'appointments-twice',
    });
  });
});
