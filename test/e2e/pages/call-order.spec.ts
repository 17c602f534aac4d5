import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../support/client.js';
import type { CounterPage } from '../../support/browser-counter.js';
import { BrowserHall } from '../../support/browser-hall.js';
import type { KioskPage } from '../../support/browser-kiosk.js';
import { shows, textOf } from '../../support/browser-text.js';

let site: BrowserHall;
let guide: Client;
let desk: CounterPage;
let kiosk: KioskPage;
beforeAll(async () => {
  site = await BrowserHall.open({
    change: (config) => ({
      ...config,
      callOrder: {
        groups: [
          { id: 'elderly', name: '老年人', nameEn: 'Older people', evidence: 'birth-date', fromAge: 60 },
        ],
        share: { priority: 1, ordinary: 2 },
        ageingMinutes: null,
        callByNumber: true,
      },
      routes: [
        { id: 'flat', name: '购房一件事', nameEn: 'A flat', queueIds: ['hall-queue-a', 'hall-queue-b'] },
      ],
      queues: config.queues.map((queue) =>
        queue.prefix === 'C'
          ? queue
          : { ...queue, hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] },
      ),
    }),
  });
  await site.hall.hire('guide', ['guide']);
  guide = await site.hall.signIn('guide', null);
  [desk, kiosk] = await Promise.all([site.counter(1), site.kiosk()]);
});
afterAll(() => site.close());

const issue = async (groupId: string | null = null): Promise<string> => {
  const { number } = await guide.do('issue', { queueId: 'hall-queue-a', matterId: 'matter-a', groupId });
  await desk.page
    .locator('.line li b')
    .filter({ hasText: String(number) })
    .waitFor();
  return String(number);
};

it('a clerk sees the line in the order of calls, and the group of whoever came first', async () => {
  const ordinary = await issue();
  const elder = await issue('elderly');
  expect(await desk.line()).toEqual([elder, ordinary]);
  await desk.call(elder);
  await shows(desk.ticket, '老年人');
  site.clock.moveBy(60_000);
  await desk.finish();
  await desk.call(ordinary);
  site.clock.moveBy(60_000);
  await desk.finish();
});

it('a number is typed where the hall lets clerks call by number; a wrong one is refused in words', async () => {
  const [first, second] = [await issue(), await issue()];
  const field = desk.page.getByLabel('按号呼叫');
  await field.fill('A999');
  await desk.press('Enter');
  expect(await desk.says()).toContain('本窗口的队列里没有 A999 号');
  await field.fill(second.toLowerCase());
  await desk.press('Enter');
  await desk.has(second, 'called');
  expect(await desk.line()).toEqual([first]);
  site.clock.moveBy(60_000);
  await desk.finish();
  await desk.call(first);
  site.clock.moveBy(60_000);
  await desk.finish();
});

it('a route is one tap at the kiosk: one number, and where it leads (requirement 14)', async () => {
  await kiosk.atStart();
  await kiosk.queue('A').tap();
  await kiosk.page.locator('[data-route="flat"]').tap();
  const number = await kiosk.number();
  expect(await textOf(kiosk.page.locator('[data-stops]'))).toBe('办完后凭同一号码接着办理：业务B');
  await desk.page.locator('.line li b').filter({ hasText: number }).waitFor();
  await desk.call(number);
  await shows(desk.ticket, '办结后自动排到：业务B');
  site.clock.moveBy(60_000);
  await desk.press('F5');
  await desk.question.getByRole('checkbox').first().check();
  await desk.press('Enter');
  await desk.page.locator('.line li b').filter({ hasText: number }).waitFor();
});

it('来早、来晚一样接待: after hours the clerk is told who still waits (requirement 12)', async () => {
  site.clock.moveTo(new Date('2026-03-02T09:01:00Z'));
  await shows(desk.ticket, '已到下班时间，还有 1 人在等候');
  expect(await guide.refused('issue', { queueId: 'hall-queue-a', matterId: null })).toBe('queue-closed');
  await desk.press('F2');
  await desk.page.locator('.ticket.called').waitFor();
});
