import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOUR_S, type DaySize } from './day-config.js';
import { Day } from './day.js';
import { judge, onTheBench } from './judge.js';
import { judgeDay } from './judge-day.js';

const SMALL: DaySize = {
  ...{ counters: 3, prefixes: 'ABC', visitors: 60, kiosks: 1, boards: 2, seed: 257 },
  ...{ from: 9 * HOUR_S, until: 9.8 * HOUR_S, closes: 10 * HOUR_S, dense: 5 },
};

let day: Day;
beforeAll(async () => {
  day = await Day.prepare(SMALL);
  await day.play();
});
afterAll(() => day.hall.close());

it('finds nothing wrong with a day as it was', async () => {
  expect(await onTheBench(day.hall.server.database.pool, 'hall', (bench) => judgeDay(day, bench))).toEqual(
    [],
  );
  expect(day.left).toBe(SMALL.visitors);
});

/** Names what the judge holds against the day after a tampering, which is taken back. */
async function judged(sql: string, owned = day.owned): Promise<string[]> {
  const { pool } = day.hall.server.database;
  const unlocked = 'ALTER TABLE event DISABLE TRIGGER USER'; // which keeps events from being changed
  const witnessed = { shown: [...day.staffed.boards.shown.values()], owned };
  const violations = await onTheBench(pool, 'hall', (bench) => judge(bench, witnessed), [unlocked, sql]);
  return [...new Set(violations.map(({ invariant }) => invariant))];
}

const ONE_SERVED = `(SELECT min(id) FROM ticket WHERE status = 'served')`;

it.each([
  ['ticket-row', `UPDATE ticket SET "counterId" = 'hall-counter-9' WHERE id = ${ONE_SERVED}`],
  ['ticket-row', `DELETE FROM ticket WHERE id = ${ONE_SERVED}`],
  ['credit-lost', `UPDATE ticket SET rank = rank + 1 WHERE id = ${ONE_SERVED}`],
  ['visit-row', `UPDATE visit SET "personId" = 'person-clerk-9' WHERE "ticketId" = ${ONE_SERVED}`],
  ['evaluation-row', `UPDATE evaluation SET level = 6 - level WHERE level <> 3`],
  ['invitation-row', `UPDATE invitation SET ending = 'rated' WHERE ending <> 'rated'`],
  ['counter-row', `UPDATE counter_state SET turn = turn + 1 WHERE "counterId" = 'hall-counter-1'`],
  ['call-row', `UPDATE call SET "counterId" = 'hall-counter-9' WHERE announcement = 1`],
  ['chain-broken', `UPDATE event SET hash = repeat('1', 64) WHERE sequence = 9 AND "ledgerId" = 'hall'`],
  ['chain-broken', `UPDATE ledger SET sequence = sequence + 1 WHERE id = 'hall'`],
])('holds a changed row against the day: %s', async (invariant, sql) => {
  expect(await judged(sql)).toContain(invariant);
});

/** A changed record: of events of this type, the first ones or all of them. */
const told = (type: string, path: string, value: string, which = 'true'): string => `
  UPDATE event SET record = jsonb_set(record::jsonb, '${path}', ${value})::text
  WHERE "ledgerId" = 'hall' AND type = '${type}' AND ${which}`;
const first = (type: string): string => `sequence = (SELECT min(sequence) FROM event WHERE type = '${type}')`;
/** Somebody who was served is written down as expired while the day is open. */
const EXPIRED_AT_THE_COUNTER = `
  UPDATE event SET type = 'ticket-expired', record = jsonb_set(record::jsonb, '{fact,type}', '"ticket-expired"')::text
  WHERE type = 'visit-finished' AND "ticketId" = ${ONE_SERVED}`;
/** Whoever was called first never is, and waits urgently all day. */
const ALWAYS_URGENT = `
  UPDATE event SET type = 'ticket-expedited' WHERE type <> 'ticket-issued' AND "ticketId" = (
    SELECT "ticketId" FROM event WHERE type = 'ticket-called' ORDER BY sequence LIMIT 1)`;

it.each([
  ['number-twice', told('ticket-issued', '{fact,number}', `'"A001"'`)],
  ['number-gap', told('ticket-issued', '{fact,serial}', `'7'`, first('ticket-issued'))],
  ['two-at-a-counter', told('ticket-called', '{fact,counterId}', `'"hall-counter-1"'`)],
  ['visit-rated-twice', told('visit-rated', '{fact,visitId}', `'"one"'`)],
  ['rating-stray', told('visit-rated', '{fact,counterId}', `'"hall-counter-9"'`)],
  ['rating-unlit', told('visit-rated', '{fact,pressedAt}', `'"2026-03-02T12:00:00Z"'`)],
  ['invitation-twice', told('invitation-opened', '{fact,visitId}', `'"one"'`)],
  ['board-untrue', told('ticket-called', '{fact,counterId}', `'"hall-counter-1"'`)],
  ['announcement-gap', told('ticket-called', '{fact,announcement}', `'99'`, first('ticket-called'))],
  ['reason-untrue', told('ticket-called', '{fact,why,rule}', `'"share"'`)],
  ['backup-first', told('ticket-called', '{fact,why,rule}', `'"backup"'`)],
  ['ticket-unended', `DELETE FROM event WHERE type = 'visit-finished' AND "ticketId" = ${ONE_SERVED}`],
  ['expired-early', EXPIRED_AT_THE_COUNTER],
  ['overtaken', `UPDATE event SET sequence = -sequence WHERE "ledgerId" = 'hall' AND type = 'ticket-issued'`],
  ['urgent-passed', ALWAYS_URGENT],
  ['share-broken', told('ticket-issued', '{fact,groupId}', `'"elderly"'`, 'sequence % 3 = 0')],
])('holds a changed event against the day: %s', async (invariant, sql) => {
  expect(await judged(sql)).toContain(invariant);
});

const copied = (type: string, change: string): string => `
  INSERT INTO event SELECT "ledgerId", -sequence, at, type, actor, "requestId", "configVersion", "ticketId",
    ${change}, hash FROM event WHERE "ledgerId" = 'hall' AND ${first(type)}`;

it.each([
  ['carried-lost', `DELETE FROM event WHERE type = 'ticket-went-on'`],
  ['carried-lost', told('ticket-went-on', '{fact,day}', `'"2026-03-05"'`)],
  ['skill-lacking', told('ticket-called', '{fact,personId}', `'"person-clerk-3"'`)],
  ['collected-unsigned', `DELETE FROM event WHERE type = 'collection-recorded'`],
  ['proxy-without-papers', told('collection-recorded', '{fact,papers}', `'["proxy-id"]'`)],
  ['batch-broken', told('agent-registered', '{fact,size}', `'19'`)],
  ['booking-illegal', `DELETE FROM event WHERE type = 'booking-used' AND ${first('booking-used')}`],
  ['booking-illegal', told('booked', '{fact,closesAt}', `'"2026-03-01T00:00:00Z"'`)],
  ['slot-overbooked', told('booked', '{fact,from}', `'"00:00"'`)],
  ['home-visit-illegal', `DELETE FROM event WHERE type = 'home-visit-scheduled'`],
  ['home-visit-illegal', told('home-visit-declined', '{fact,reason}', `'null'`)],
  ['enquiry-unended', told('enquiry-closed', '{fact,outcome}', `'"forgotten"'`)],
  ['enquiry-unended', `UPDATE event SET sequence = -sequence WHERE type = 'enquiry-closed'`],
  ['enquiry-owner-lost', told('enquiry-logged', '{fact,ownerId}', `'"person-chief"'`)],
  ['enquiry-clock', `DELETE FROM event WHERE type = 'enquiry-overdue'`],
  ['age-unheeded', told('ticket-issued', '{fact,groupId}', `'"soldier"'`)],
  ['personal-data', copied('booked', `replace(record, 'booked', '封一')`)],
  ['personal-data', told('ticket-issued', '{fact,receipt}', `'"13800000042"'`)],
])('holds a changed event of a service against the day: %s', async (invariant, sql) => {
  expect(await judged(sql)).toContain(invariant);
});

it.each([
  ['booking-row', `UPDATE booking SET status = 'lapsed' WHERE status = 'used'`],
  ['home-visit-row', `UPDATE home_visit SET status = 'requested'`],
  ['enquiry-row', `UPDATE enquiry SET outcome = NULL WHERE status = 'closed'`],
  ['enquiry-owner-lost', `UPDATE enquiry SET "ownerId" = 'person-chief'`],
  ['batch-row', `UPDATE agent_batch SET size = size + 1`],
  ['collection-row', `UPDATE collection SET receipt = 'SL-0'`],
  ['purge-left', `UPDATE visitor SET phone = 'sealed' WHERE id = (SELECT min(id) FROM visitor WHERE purged)`],
  ['purge-left', `UPDATE collection SET purged = false`],
  ['personal-data', `UPDATE command SET answer = '999999196003010016' WHERE name = 'issue'`],
  ['personal-data', `UPDATE enquiry SET question = '封一问'`],
])('holds a changed row of a service against the day: %s', async (invariant, sql) => {
  expect(await judged(sql)).toContain(invariant);
});

it.each([
  ['person-twice', 'SELECT 1'],
  ['booked-in-spite', `UPDATE event SET sequence = -sequence WHERE type = 'booking-lapsed'`],
])('holds it against the day when many turn out to be one person: %s', async (invariant, sql) => {
  const one = day.owned.map((own) => ({ ...own, person: 1 }));
  expect(await judged(sql, one)).toContain(invariant);
});
