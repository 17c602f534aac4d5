import type pg from 'pg';
import { WORKING_TABLES } from './judge-facts.sql.js';
import { EVENT_JUDGEMENTS } from './judge-events.sql.js';
import { ORDER_JUDGEMENTS, ORDER_TABLES } from './judge-order.sql.js';
import { ENQUIRY_JUDGEMENTS } from './judge-enquiries.sql.js';
import { OWNER_JUDGEMENTS, PERSONAL_DATA } from './judge-persons.sql.js';
import { ROW_JUDGEMENTS } from './judge-rows.sql.js';
import { SERVICE_ROW_JUDGEMENTS } from './judge-service-rows.sql.js';
import { SERVICE_JUDGEMENTS } from './judge-services.sql.js';
import { PERSONAL } from './day-person.js';
import type { Shown } from './day-screens.js';
import type { Owned } from './day-world.js';

export interface Violation {
  invariant: string;
  what: string;
}

/** What a board showed ($1, JSON) and no call says: another counter, number or round. */
const BOARD_UNTRUE = `WITH call AS (
    SELECT (c.f->>'announcement')::int AS announcement, c.ticket, i.f->>'number' AS number,
           (SELECT (k->>'number')::int FROM conf, jsonb_array_elements(d->'counters') k
            WHERE k->>'id' = c.f->>'counterId') AS counter, coalesce((c.f->>'round')::int, 1) AS round
    FROM fact c JOIN fact i ON i.ticket = c.ticket AND i.type = 'ticket-issued'
    WHERE c.type IN ('ticket-called', 'ticket-recalled')),
  shown AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS row(
      board int, announcement int, "ticketId" text, number text, "counterNumber" int, round int))
  SELECT 'board ' || s.board || ' showed ' || s.number || ' at ' || s."counterNumber" AS what
  FROM shown s LEFT JOIN call c USING (announcement)
  WHERE (s."ticketId", s.number, s."counterNumber", s.round)
        IS DISTINCT FROM (c.ticket, c.number, c.counter, c.round)`;

/** One connection in a transaction that comes to nothing, with the judge's tables in it. */
export type Bench = Pick<pg.ClientBase, 'query'>;

/** Lets somebody look at a hall's days; `tampering` is done before and taken back after. */
export async function onTheBench<Found>(
  pool: pg.Pool,
  hallId: string,
  look: (bench: Bench) => Promise<Found>,
  tampering: readonly string[] = [],
): Promise<Found> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const sql of tampering) await client.query(sql);
    const [judged = '', ...tables] = [...WORKING_TABLES, ...ORDER_TABLES];
    await client.query(judged);
    await client.query('INSERT INTO judged VALUES ($1)', [hallId]);
    for (const sql of tables) await client.query(sql);
    return await look(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** What the players saw and knew, and no row says. */
export interface Witnessed {
  shown: readonly Shown[];
  owned: readonly Owned[];
}

const OF_EVENTS = { ...EVENT_JUDGEMENTS, ...ORDER_JUDGEMENTS, ...SERVICE_JUDGEMENTS, ...ENQUIRY_JUDGEMENTS };
const OF_ROWS = { ...ROW_JUDGEMENTS, ...SERVICE_ROW_JUDGEMENTS };

/** Everything that is wrong with a hall's days, by SQL that shares no code with the rules. */
export async function judge(bench: Bench, { shown, owned }: Witnessed): Promise<Violation[]> {
  const violations: Violation[] = [];
  const hold = async (invariant: string, sql: string, ...more: unknown[]) => {
    const { rows } = await bench.query<{ what: string }>(sql, more);
    violations.push(...rows.map(({ what }) => ({ invariant, what })));
  };
  for (const [invariant, sql] of Object.entries({ ...OF_EVENTS, ...OF_ROWS })) await hold(invariant, sql);
  for (const [invariant, sql] of Object.entries(OWNER_JUDGEMENTS))
    await hold(invariant, sql, JSON.stringify(owned));
  await hold('personal-data', PERSONAL_DATA, PERSONAL);
  await hold('board-untrue', BOARD_UNTRUE, JSON.stringify(shown));
  return violations;
}
