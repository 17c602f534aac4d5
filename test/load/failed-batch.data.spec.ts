import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenLink } from '../support/chain-recount.js';
import { Recount } from '../support/recount.js';
import { TestHall } from '../support/test-hall.js';

let hall: TestHall;
beforeAll(async () => {
  hall = await TestHall.start();
});
afterAll(() => hall.stop());

const ANOTHER_A001 = `
  INSERT INTO ticket (id, "hallId", day, prefix, serial, number, "queueId", status, rank, "issuedAt", "issuedBy", "statusAt", rounds)
  VALUES ('stray', 'hall', '2026-03-02', 'A', 1, 'A001', 'hall-queue-a', 'expired', 0, now(), 'nobody', now(), 0)`;

it('answers every command of a batch that the database will not take, and leaves nothing of it behind', async () => {
  const kiosk = await hall.kiosk();
  const { pool } = hall.server.database;
  await pool.query(ANOTHER_A001); // what the hall remembers does not hold any more
  const take = (prefix: string) =>
    kiosk.do('issue', { queueId: `hall-queue-${prefix}`, matterId: 'matter-a' });
  const taken = await Promise.all([take('b'), take('a'), take('b'), take('a')]);
  const numbers = taken.map(({ number }) => number);
  expect(numbers.sort()).toEqual(['A002', 'A003', 'B001', 'B002']);
  expect(await new Recount(pool, 'hall').events('ticket-issued')).toBe(4);
  expect(await brokenLink(pool, 'hall')).toBeNull();
});

it('answers a command that failed alone from the rows as they stand', async () => {
  const kiosk = await hall.kiosk();
  await hall.server.database.pool.query(
    ANOTHER_A001.replace("'stray'", "'stray-too'").replace("'A', 1, 'A001'", "'B', 3, 'B003'"),
  );
  const { number } = await kiosk.do('issue', { queueId: 'hall-queue-b', matterId: 'matter-a' });
  expect(number).toBe('B004');
});
