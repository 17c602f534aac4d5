import { expect, it } from 'vitest';
import type { SlipLine } from '#libs/fleet/slip-template';
import type { HallConfig } from '#libs/hall/config';
import { faultOf } from '#libs/hall/configure';
import { smallConfig } from '#libs/hall/small-config.fixture';
import { contradictionOf } from './contradiction.js';
import { rulesZh } from './words-zh.js';

const noon = { days: [1], from: '12:00', to: '13:00' };
const holiday = { day: '2026-10-01', kind: 'holiday', name: '国庆节' } as const;

const words = (text: string): SlipLine => ({
  ...{ kind: 'text', when: null, text, width: 1, height: 1, bold: false, align: 'left' },
});

it.each<[string, object, (draft: HallConfig) => unknown]>([
  ['hours', { queue: '业务a' }, ({ queues }) => queues[0]?.hours.push(noon)],
  [
    'periods',
    { queue: '业务a' },
    ({ queues }) =>
      queues[0]?.quota.periods.push({ ...noon, tickets: 1 }, { from: '12:30', to: '14:00', tickets: 2 }),
  ],
  ['specialDay', { day: '2026-10-01' }, ({ calendar }) => calendar.specialDays.push(holiday, holiday)],
  [
    'rotas',
    {},
    ({ noonRotas }) =>
      noonRotas.push({ ...noon, counterIds: ['counter-1'] }, { ...noon, counterIds: ['counter-1'] }),
  ],
  [
    'leftAlone',
    { time: '12:00–13:00', queue: '业务a' },
    ({ noonRotas }) => noonRotas.push({ ...noon, counterIds: [] }),
  ],
  ['slipNumber', {}, ({ slipTemplate }) => slipTemplate.splice(6, 1)],
  ['slipReprint', {}, ({ slipTemplate }) => slipTemplate.splice(2, 1)],
  ['slipField', { row: '27', field: '姓名' }, ({ slipTemplate }) => slipTemplate.push(words('{姓名}'))],
  [
    'slipRoom',
    { row: '27', room: '24' },
    ({ slipTemplate }) => slipTemplate.push(words('请在休息区等候'.repeat(4))),
  ],
  ['slipEmpty', { row: '27' }, ({ slipTemplate }) => slipTemplate.push(words(' '))],
])('has a sentence for %s', (key, params, change) => {
  const draft = smallConfig();
  change(draft);
  const found = contradictionOf(faultOf(draft) ?? '', draft);
  expect(found).toMatchObject({ key, params });
  expect(Object.keys(rulesZh.contradiction)).toContain(key);
});

it('names a queue and a counter that are in use', () => {
  expect(contradictionOf('queue queue-b in use', smallConfig())?.params).toMatchObject({ queue: '业务b' });
  expect(contradictionOf('counter counter-2 in use', smallConfig())?.params).toMatchObject({ counter: 2 });
  expect(contradictionOf('prefix A twice', smallConfig())).toBeNull();
});
