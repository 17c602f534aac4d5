import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrismaClient } from '#prisma/client/client';
import type { Client } from '../support/client.js';
import { TestHall } from '../support/test-hall.js';

let hall: TestHall;
let kiosk: Client;
let clerk: Client;
beforeAll(async () => {
  hall = await TestHall.start();
  kiosk = await hall.kiosk();
  clerk = await hall.clerk(1);
});
afterAll(() => hall.stop());

const A = { queueId: 'hall-queue-a', matterId: null };
const B = { queueId: 'hall-queue-b', matterId: null };
const events = () => hall.server.app.get(PrismaClient).event.count({ where: { ledgerId: 'hall' } });
const restart = () => hall.restart(async () => undefined);

describe('the same requestId', () => {
  it('gets the same answer, one after another and all at once, and does it once', async () => {
    const [requestId, before] = [randomUUID(), await events()];
    const replies = [await kiosk.ask('issue', A, requestId)];
    replies.push(...(await Promise.all(Array.from({ length: 8 }, () => kiosk.ask('issue', A, requestId)))));
    expect(replies[0]).toMatchObject({ ok: true, answer: { number: 'A001' } });
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(await events()).toBe(before + 1);
  });

  it('with another body, or for another command, is refused', async () => {
    const requestId = randomUUID();
    await kiosk.do('issue', A);
    expect(await kiosk.ask('issue', A, requestId)).toMatchObject({ ok: true });
    for (const again of [
      kiosk.ask('issue', B, requestId),
      kiosk.ask('report-screen', { soundBlocked: true }, requestId),
    ])
      expect(await again).toMatchObject({ ok: false, refusal: { code: 'request-id-reused' } });
  });

  it('of someone else is another one', async () => {
    const requestId = randomUUID();
    await hall.hire('guide', ['guide']);
    const guide = await hall.signIn('guide', null);
    const [first, second] = [await kiosk.ask('issue', A, requestId), await guide.ask('issue', A, requestId)];
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(second).not.toEqual(first);
  });

  it('that was refused stays refused, also when it would go through by now', async () => {
    const requestId = randomUUID();
    await hall.hire('late', ['clerk']);
    const late = await hall.signIn('late', 2);
    const press = { seen: 'somebody-else', confirmed: false };
    expect(await late.ask('next', press, requestId)).toMatchObject({ refusal: { code: 'out-of-step' } });
    hall.clock.moveBy(60_000);
    expect(await late.ask('next', press, requestId)).toMatchObject({ refusal: { code: 'out-of-step' } });
  });

  it('pressed five times calls one person', async () => {
    const requestId = randomUUID();
    const press = { seen: null, confirmed: false };
    const replies = await Promise.all(Array.from({ length: 5 }, () => clerk.ask('next', press, requestId)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]).toMatchObject({ ok: true, answer: { called: { number: 'A001' } } });
  });
});

describe('after a restart on the same data', () => {
  it('an answer is still the same, a refusal too, and a requestId still taken', async () => {
    const [issued, refused] = [randomUUID(), randomUUID()];
    const before = await kiosk.ask('issue', A, issued);
    const no = await kiosk.ask('issue', { ...A, queueId: 'none' }, refused);
    await restart();
    expect(await kiosk.ask('issue', A, issued)).toEqual(before);
    expect(await kiosk.ask('issue', { ...A, queueId: 'none' }, refused)).toEqual(no);
    expect(no).toMatchObject({ refusal: { code: 'queue-unknown' } });
    expect(await kiosk.ask('issue', B, issued)).toMatchObject({ refusal: { code: 'request-id-reused' } });
  });

  it('people and screens are still who they were, numbers go on, and the called visitor is still there', async () => {
    const { number } = await kiosk.do('issue', B);
    const page = clerk.look({ page: 'counter' });
    const { current } = await page.sees('counter', (picture) => picture.current !== null);
    await restart();
    expect(await kiosk.do('issue', B)).toMatchObject({ number: `B00${Number(String(number).slice(1)) + 1}` });
    expect((await clerk.rest('GET', '/api/sessions/current')).status).toBe(200);
    expect(await clerk.refused('next', { seen: current?.ticketId, confirmed: false })).toBe(
      'visitor-not-begun',
    );
    page.socket.close();
  });
});
