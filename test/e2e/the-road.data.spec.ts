import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestHall } from '../support/test-hall.js';

let hall: TestHall;
beforeAll(async () => {
  hall = await TestHall.start();
});
afterAll(() => hall.stop());

it('takes a visitor from the kiosk to a rated visit', async () => {
  const kiosk = await hall.kiosk();
  const clerk = await hall.clerk(3);
  const pad = await hall.screen('hall-pad-3');
  const board = (await hall.screen('hall-board')).watch();
  const shown = pad.watch();
  const page = clerk.look({ page: 'counter' });

  const ticket = await kiosk.do('issue', { queueId: 'hall-queue-a', matterId: 'matter-a' });
  expect(ticket).toMatchObject({ number: 'A001', ahead: 0 });
  await clerk.do('next', { seen: null, confirmed: false });
  await board.sees('board', ({ calls }) => calls[0]?.number === 'A001' && calls[0].counterNumber === 3);

  await clerk.do('begin', { ticketId: ticket['ticketId'] });
  hall.clock.moveBy(5 * 60_000);
  await clerk.do('finish', {
    ...{ ticketId: ticket['ticketId'], outcome: 'completed', matterIds: ['matter-a'], confirmed: false },
  });
  const lit = await shown.sees('pad', ({ invitation }) => invitation !== null);
  expect(lit.invitation?.ticketNumber).toBe('A001');
  await pad.do('rate', { invitationId: lit.invitation?.id, level: 5 });
  const counter = await page.sees('counter', ({ lastVisit }) => lastVisit?.rating === 'rated');
  expect(JSON.stringify(counter)).not.toContain('level');
  await pad.do('explain', { invitationId: lit.invitation?.id, tags: [517, 510], words: '很好' });
});
