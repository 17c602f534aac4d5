import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PrismaClient } from '#prisma/client/client';
import { CommandDoor } from '../../apps/server/src/access/command-door.js';
import { DayHeads } from '../../apps/server/src/ledger/day-heads.js';
import { verifyLedger } from '../../apps/server/src/ledger/verify.js';
import { TestHall } from '../support/test-hall.js';

const DAY_MS = 24 * 3_600_000;

let hall: TestHall;
let headFile: string;
let heads: string;
const sql = (text: string) => hall.server.database.pool.query(text);
const verify = (id = 'hall') => verifyLedger(hall.server.app.get(PrismaClient), id, hall.dataDir);

/** Two days closed and a third begun. */
beforeAll(async () => {
  hall = await TestHall.start();
  const kiosk = await hall.kiosk();
  for (const day of [1, 2, 3]) {
    for (let i = 0; i < 150; i++) await kiosk.do('issue', { queueId: 'hall-queue-a', matterId: null });
    if (day < 3) hall.clock.moveBy(DAY_MS);
    await hall.server.app.get(CommandDoor).inside('hall', 'close-day', {});
  }
  await hall.server.app.get(DayHeads).write('hall');
  headFile = join(hall.dataDir, 'heads', 'hall.log');
  heads = readFileSync(headFile, 'utf8');
  await sql('ALTER TABLE event DISABLE TRIGGER event_stands');
  for (const table of ['event', 'ledger', 'hall_config'])
    await sql(`CREATE TABLE true_${table} AS TABLE ${table}`);
});
afterEach(async () => {
  for (const table of ['event', 'ledger', 'hall_config']) {
    await sql(`DELETE FROM ${table}`);
    await sql(`INSERT INTO ${table} SELECT * FROM true_${table}`);
  }
  writeFileSync(headFile, heads);
});
afterAll(() => hall.stop());

it('an untouched chain verifies, of a hall as of the organisation', async () => {
  expect(await verify()).toMatchObject({ ledgerId: 'hall', broken: null });
  expect((await verify()).events).toBeGreaterThan(700);
  expect(await verify('org')).toMatchObject({ broken: null });
  expect(heads.trim().split('\n')).toHaveLength(2);
});

it('an event cannot be changed while the database guards it', async () => {
  await sql('ALTER TABLE event ENABLE TRIGGER event_stands');
  await expect(sql(`UPDATE event SET actor = 'x' WHERE sequence = 5`)).rejects.toThrow('append-only');
  await expect(sql('DELETE FROM event')).rejects.toThrow('append-only');
  await sql('ALTER TABLE event DISABLE TRIGGER event_stands');
});

const AT = (sequence: number) => `WHERE "ledgerId" = 'hall' AND sequence = ${sequence}`;
/** Everything from event 100 on told anew over a changed record: the forger knows how hashes are made. */
const FORGE = `DO $$
DECLARE e record; head text;
BEGIN
  UPDATE event SET record = replace(record, 'kiosk', 'kiask'), actor = replace(actor, 'kiosk', 'kiask') ${AT(100)};
  SELECT hash INTO head FROM event ${AT(99)};
  FOR e IN SELECT sequence, record FROM event WHERE "ledgerId" = 'hall' AND sequence >= 100 ORDER BY sequence LOOP
    head := encode(sha256(convert_to(head || chr(10) || e.record, 'UTF8')), 'hex');
    UPDATE event SET hash = head WHERE "ledgerId" = 'hall' AND sequence = e.sequence;
  END LOOP;
  UPDATE ledger SET head = (SELECT hash FROM event WHERE "ledgerId" = 'hall' ORDER BY sequence DESC LIMIT 1) WHERE id = 'hall';
END $$`;

describe('each kind of tampering is named, at the first broken link', () => {
  it.each([
    [`DELETE FROM event ${AT(300)}`, 300, 'the event is missing'],
    [`DELETE FROM event ${AT(1)}`, 1, 'the event is missing'],
    [
      `UPDATE event SET record = replace(record, 'queue-a', 'queue-b') ${AT(400)}`,
      400,
      'its record was changed',
    ],
    [`UPDATE event SET hash = repeat('a', 64) ${AT(302)}`, 302, 'its hash was changed'],
    [
      `UPDATE event SET hash = repeat('a', 64), record = record || ' ' ${AT(303)}`,
      ...[303, 'neither its record nor its hash fits the chain'],
    ],
    [`UPDATE event SET actor = 'device:other' ${AT(304)}`, 304, 'its column actor disagrees with its record'],
    [`UPDATE event SET "ticketId" = NULL ${AT(305)}`, 305, 'its column ticketId disagrees with its record'],
    [
      `UPDATE event SET at = at + interval '1 millisecond' ${AT(306)}`,
      ...[306, 'its column at disagrees with its record'],
    ],
    [`UPDATE event SET type = 'ticket-called' ${AT(307)}`, 307, 'its column type disagrees with its record'],
    [
      `UPDATE hall_config SET document = replace(document, '0000-1', '0000-2') WHERE "hallId" = 'hall'`,
      ...[1, 'its configuration, version 1, was changed'],
    ],
    [`DELETE FROM hall_config WHERE "hallId" = 'hall'`, 1, 'its configuration, version 1, is missing'],
  ])('%s', async (tampering, sequence, what) => {
    await sql(String(tampering));
    expect((await verify()).broken).toEqual({ sequence, what });
    expect(await verify('other')).toMatchObject({ broken: null });
  });

  it.each([
    [`UPDATE ledger SET head = repeat('b', 64) WHERE id = 'hall'`, 'the head row has another hash'],
    [`UPDATE ledger SET day = '2026-03-05' WHERE id = 'hall'`, 'the head row has another day'],
    [
      `UPDATE ledger SET "configVersion" = 7 WHERE id = 'hall'`,
      'the head row has another configuration version',
    ],
  ])('%s', async (tampering, what) => {
    const { events } = await verify();
    await sql(tampering);
    expect((await verify()).broken).toEqual({ sequence: events, what });
  });

  it('events cut off at the end', async () => {
    const { events } = await verify();
    await sql(`DELETE FROM event WHERE "ledgerId" = 'hall' AND sequence > ${events - 2}`);
    const what = `the chain ends here; its head row says ${events}`;
    expect((await verify()).broken).toEqual({ sequence: events - 2, what });
  });

  it('events put on beyond the head', async () => {
    const { events } = await verify();
    await sql(`INSERT INTO event SELECT "ledgerId", sequence + 1, at, type, actor, "requestId", "configVersion",
      "ticketId", record, hash FROM event ${AT(events)}`);
    const what = `event ${events + 1} stands beyond the head row`;
    expect((await verify()).broken).toEqual({ sequence: events, what });
  });

  it('a last event whose record was changed, and one whose hash was', async () => {
    const { events } = await verify();
    await sql(`UPDATE event SET record = record || ' ' ${AT(events)}`);
    expect((await verify()).broken).toEqual({ sequence: events, what: 'its record was changed' });
    await sql(`UPDATE event SET record = rtrim(record), hash = repeat('c', 64) ${AT(events)}`);
    expect((await verify()).broken).toEqual({ sequence: events, what: 'its hash was changed' });
  });
});

describe('the day heads, kept outside the database', () => {
  const lines = () => heads.trim().split('\n');
  const closing = (place: number) => Number(lines()[place]?.split(' ')[1]);

  it('catch a chain that was told anew from an early event on, hashes and head row and all', async () => {
    await sql(FORGE);
    const what = 'the day head in heads/hall.log is another';
    const next = [0, 1].map(closing).find((sequence) => sequence >= 100);
    expect((await verify()).broken).toEqual({ sequence: next, what });
  });

  it.each([
    ['another hash', (text: string) => text.replace(/[0-9a-f]{64}/, 'd'.repeat(64)), 0],
    ['another day', (text: string) => text.replace('2026-03-03', '2026-03-30'), 1],
  ])('catch %s in the file', async (_which, change, place) => {
    writeFileSync(headFile, change(heads));
    const what = 'the day head in heads/hall.log is another';
    expect((await verify()).broken).toEqual({ sequence: closing(place), what });
  });

  it('catch a line taken out of the middle; the last one may be missing after a crash', async () => {
    writeFileSync(headFile, `${lines()[1]}\n`);
    const what = 'its day head is missing in heads/hall.log';
    expect((await verify()).broken).toEqual({ sequence: closing(0), what });
    writeFileSync(headFile, `${lines()[0]}\n`);
    expect(await verify()).toMatchObject({ broken: null });
  });

  it('catch a chain that was cut back to before a closed day, head row and all', async () => {
    const last = closing(1) - 1;
    await sql(`DELETE FROM event WHERE "ledgerId" = 'hall' AND sequence > ${last}`);
    await sql(`UPDATE ledger SET sequence = ${last}, day = '2026-03-03',
      head = (SELECT hash FROM event ${AT(last)}) WHERE id = 'hall'`);
    const what = `heads/hall.log knows day 2026-03-03 closed by event ${closing(1)}`;
    expect((await verify()).broken).toEqual({ sequence: last, what });
  });
});
