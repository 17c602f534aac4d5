import { expect, it } from 'vitest';
import type { HallConfig } from '#libs/hall/config';
import { smallConfig } from '#libs/hall/small-config.fixture';
import { faultsOf, type Fault } from './faults.js';

const at = { queueName: null, personId: null, counterNumber: null, row: null, bound: 0 };
const span = { days: [1], from: '13:00', to: '09:00' };

it('finds none in a hall that is in order', () => expect(faultsOf(smallConfig())).toEqual([]));

it.each<[string, (draft: HallConfig) => unknown, Fault]>([
  [
    'an opening that ends before it begins',
    ({ queues }) => queues[1]?.hours.push(span),
    { ...at, section: 'hours', queueName: '业务b', row: 2, field: 'span', what: 'backwards' },
  ],
  [
    'a time that is none',
    ({ queues }) => Object.assign(queues[0]?.hours[0] ?? {}, { to: 'noon' }),
    { ...at, section: 'hours', queueName: '业务a', row: 1, field: 'to', what: 'form' },
  ],
  [
    'a field left empty',
    ({ queues }) => Object.assign(queues[0] ?? {}, { firstNumber: '' }),
    { ...at, section: 'numbers', queueName: '业务a', field: 'firstNumber', what: 'number' },
  ],
  [
    'a slot for nobody',
    ({ appointments }) =>
      appointments.push({
        kind: 'slot',
        spans: [],
        ...{ queueId: 'queue-a', slotMinutes: 30, capacity: 0, daysAhead: 5 },
        ...{ cancelHours: 2, checkInEarlyMinutes: 30, checkInLateMinutes: 15 },
      }),
    { ...at, section: 'booking', row: 1, field: 'capacity', what: 'least', bound: 1 },
  ],
  [
    'half a minute',
    ({ queues }) => Object.assign(queues[0] ?? {}, { stopIssuingMinutes: 0.5 }),
    { ...at, section: 'hours', queueName: '业务a', field: 'stopIssuingMinutes', what: 'whole' },
  ],
  [
    'too many recalls',
    ({ queues }) => Object.assign(queues[0]?.calls ?? {}, { maxRecalls: 99 }),
    { ...at, section: 'missed', queueName: '业务a', field: 'maxRecalls', what: 'most', bound: 20 },
  ],
  [
    'a holiday without a day',
    ({ calendar }) => calendar.specialDays.push({ day: '', kind: 'holiday', name: '' }),
    { ...at, section: 'days', row: 1, field: 'day', what: 'date' },
  ],
  [
    'a rota that ends before it begins',
    ({ noonRotas }) => noonRotas.push({ ...span, counterIds: [] }),
    { ...at, section: 'noon', row: 1, field: 'span', what: 'backwards' },
  ],
  [
    'a share of nobody',
    (draft) => (draft.callOrder = { ...draft.callOrder, share: { priority: 0, ordinary: 2 } }),
    { ...at, section: 'order', field: 'priority', what: 'least', bound: 1 },
  ],
  [
    'a no-show limit over no days',
    (draft) => (draft.visitors = { ...draft.visitors, noShows: { limit: 3, days: 0 } }),
    { ...at, section: 'visitors', field: 'noShowDays', what: 'least', bound: 1 },
  ],
  [
    'an age nobody reaches',
    (draft) =>
      (draft.callOrder = {
        ...draft.callOrder,
        groups: [{ id: 'old', name: '老', nameEn: '', evidence: 'birth-date', fromAge: 200 }],
      }),
    { ...at, section: 'order', row: 1, field: 'fromAge', what: 'most', bound: 120 },
  ],
  [
    'a route of one queue',
    ({ routes }) => routes.push({ id: 'route-1', name: '开办', nameEn: '', queueIds: ['queue-a'] }),
    { ...at, section: 'routes', row: 1, field: 'queueIds', what: 'fewest', bound: 2 },
  ],
  [
    'a route without a name',
    ({ routes }) => routes.push({ id: 'route-1', name: '', nameEn: '', queueIds: ['queue-a', 'queue-b'] }),
    { ...at, section: 'routes', row: 1, field: 'name', what: 'missing', bound: 1 },
  ],
  [
    'a self-test hours before the hall opens',
    (draft) => (draft.selfTestMinutes = 600),
    { ...at, section: 'devices', field: 'selfTestMinutes', what: 'most', bound: 240 },
  ],
  [
    'a person who serves nothing',
    ({ skills }) => skills.push({ personId: 'li', queueIds: [] }),
    { ...at, section: 'skills', personId: 'li', field: 'skills', what: 'fewest', bound: 1 },
  ],
])('%s', (_name, change, fault) => {
  const draft = smallConfig();
  change(draft);
  expect(faultsOf(draft)).toEqual([fault]);
});
