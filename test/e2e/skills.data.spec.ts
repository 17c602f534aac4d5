import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConfigInForce } from '#libs/contracts/config-in-force';
import type { Client } from '../support/client.js';
import { PASSWORD, TestHall } from '../support/test-hall.js';
import { CLOSING } from './visits.fixture.js';

let hall: TestHall;
let admin: Client;
let kiosk: Client;
/** Counter 3 has queue A alone. */
beforeAll(async () => {
  hall = await TestHall.start({
    change: (config) => ({
      ...config,
      counters: config.counters.map((counter) =>
        counter.number === 3 ? { ...counter, queueIds: ['hall-queue-a'] } : counter,
      ),
    }),
  });
  await hall.hire('admin', ['hall-administrator']);
  await hall.hire('li', ['clerk']);
  admin = await hall.signIn('admin', null);
  kiosk = await hall.kiosk();
});
afterAll(() => hall.stop());

const rules = async (): Promise<ConfigInForce> => {
  const told: ConfigInForce = JSON.parse(await (await admin.rest('GET', '/api/halls/hall/config')).text());
  return told;
};
const teach = async (personId: string, queueIds: string[]) => {
  const { document, version } = await rules();
  return admin.ask('configure-hall', {
    document: { ...document, skills: [{ personId, queueIds }] },
    basedOn: version,
  });
};
const take = (letter: string) => kiosk.do('issue', { queueId: `hall-queue-${letter}`, matterId: 'matter-a' });

it('the rules name the clerks of the hall, and a skill of a stranger is refused', async () => {
  expect((await rules()).clerks).toEqual([{ id: 'person-li', name: '员工li', staffNumber: 'li' }]);
  expect(await teach('person-nobody', ['hall-queue-b'])).toMatchObject({ refusal: { code: 'bad-input' } });
  expect(await teach('person-li', [])).toMatchObject({ refusal: { code: 'bad-input' } });
  expect((await rules()).version).toBe(1);
});

it('next calls what counter and person both serve, after a restart too (requirements 7, 8)', async () => {
  expect((await teach('person-li', ['hall-queue-b'])).ok).toBe(true);
  await hall.restart(() => Promise.resolve());
  await take('a');
  await take('b');
  const li = await hall.signIn('li', 1);
  const page = li.look({ page: 'counter' });
  expect((await page.sees('counter', () => true)).waiting.map(({ number }) => number)).toEqual(['B001']);
  const { called } = await li.do('next', { seen: null, confirmed: false });
  expect(called).toMatchObject({ number: 'B001' });
  const { ticketId } = Object.assign({ ticketId: '' }, called);
  await li.do('finish', { ticketId, ...CLOSING });
  expect(await li.refused('next', { seen: null, confirmed: false })).toBe('nobody-waiting');
});

it('who comes is told the wait of the counters that serve them', async () => {
  const shown = kiosk.watch();
  const waitOf = async (letter: string) =>
    (await shown.sees('kiosk', () => true)).queues.find(({ prefix }) => prefix === letter)?.wait;
  expect([await waitOf('A'), await waitOf('B')]).toEqual([null, { from: 0, to: 0 }]);
});

it('nobody signs in at a counter where they serve nobody', async () => {
  const answer = await hall.nobody().signIn('li', PASSWORD, 'hall-counter-3');
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ refusal: { code: 'no-skill-here', params: { counter: 3 } } });
});
