import { expect, it } from 'vitest';
import { rotaAt } from './noon-rota.js';

const rota = { days: [1, 2, 3, 4, 5], from: '12:00', to: '13:00', counterIds: ['counter-3'] };
const hall = {
  noonRotas: [rota, { ...rota, days: [6], from: '11:30', counterIds: ['counter-1'] }],
  calendar: {
    specialDays: [
      { day: '2026-03-03', kind: 'holiday' as const, name: '' },
      { day: '2026-03-08', kind: 'workday' as const, name: '', asWeekday: 2 },
    ],
    extraHours: [],
  },
  timeZone: 'Asia/Shanghai',
};

it.each([
  ['before noon nobody is on watch', '2026-03-02T11:59', null],
  ['from twelve counter 3 is', '2026-03-02T12:00', 'counter-3'],
  ['to the last minute', '2026-03-02T12:59', 'counter-3'],
  ['and no longer', '2026-03-02T13:00', null],
  ['another weekday may have another watch', '2026-03-07T11:45', 'counter-1'],
  ['a holiday has none', '2026-03-03T12:30', null],
  ['a day worked in place of another has that one’s', '2026-03-08T12:30', 'counter-3'],
])('%s (%s)', (_sentence, local, counter) => {
  expect(rotaAt(hall, new Date(`${local}:00+08:00`))?.counterIds[0] ?? null).toBe(counter);
});
