import { expect, it } from 'vitest';
import type { SlipLine } from '#libs/fleet/slip-template';
import type { HallConfig } from '#libs/hall/config';
import { faultOf } from '#libs/hall/configure';
import { smallConfig } from '#libs/hall/small-config.fixture';
import { contradictionOf, type Worded } from './contradiction.js';

const noon = { days: [1], from: '12:00', to: '13:00' };
const holiday = { day: '2026-10-01', kind: 'holiday', name: '国庆节' } as const;

const words = (text: string): SlipLine => ({
  ...{ kind: 'text', when: null, text, width: 1, height: 1, bold: false, align: 'left' },
});

it.each<[Worded, object, (draft: HallConfig) => unknown]>([
  ['hours-overlap', { queue: '业务a' }, ({ queues }) => queues[0]?.hours.push(noon)],
  [
    'extended-overlap',
    { queue: '业务a' },
    ({ appointments }) =>
      appointments.push({
        kind: 'extended',
        spans: [noon],
        ...{ queueId: 'queue-a', slotMinutes: 30, capacity: 1, daysAhead: 5 },
        ...{ cancelHours: 2, checkInEarlyMinutes: 30, checkInLateMinutes: 15 },
      }),
  ],
  [
    'quota-overlap',
    { queue: '业务a' },
    ({ queues }) =>
      queues[0]?.quota.periods.push({ ...noon, tickets: 1 }, { from: '12:30', to: '14:00', tickets: 2 }),
  ],
  ['special-day-twice', { day: '2026-10-01' }, ({ calendar }) => calendar.specialDays.push(holiday, holiday)],
  [
    'rotas-overlap',
    {},
    ({ noonRotas }) =>
      noonRotas.push({ ...noon, counterIds: ['counter-1'] }, { ...noon, counterIds: ['counter-1'] }),
  ],
  [
    'queue-alone',
    { time: '12:00–13:00', queue: '业务a' },
    ({ noonRotas }) => noonRotas.push({ ...noon, counterIds: [] }),
  ],
  ['slip-no-number', {}, ({ slipTemplate }) => slipTemplate.splice(6, 1)],
  ['slip-no-reprint', {}, ({ slipTemplate }) => slipTemplate.splice(2, 1)],
  [
    'slip-field-unknown',
    { row: '27', field: '姓名' },
    ({ slipTemplate }) => slipTemplate.push(words('{姓名}')),
  ],
  [
    'slip-line-long',
    { row: '27', room: '24' },
    ({ slipTemplate }) => slipTemplate.push(words('请在休息区等候'.repeat(4))),
  ],
  ['slip-line-empty', { row: '27' }, ({ slipTemplate }) => slipTemplate.push(words(' '))],
])('has a sentence for %s', (key, params, change) => {
  const draft = smallConfig();
  change(draft);
  const found = contradictionOf(faultOf(draft) ?? {}, draft);
  expect(found).toMatchObject({ key, params });
});

it('names a queue and a counter that are in use', () => {
  expect(contradictionOf({ fault: 'queue-in-use', queue: 'queue-b' }, smallConfig())?.params).toMatchObject({
    queue: '业务b',
  });
  expect(
    contradictionOf({ fault: 'counter-in-use', counter: 'counter-2' }, smallConfig())?.params,
  ).toMatchObject({ counter: 2 });
  expect(contradictionOf({ fault: 'prefix-twice', prefix: 'A' }, smallConfig())).toBeNull();
});
