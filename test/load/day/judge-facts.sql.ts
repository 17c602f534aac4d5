/** The newest value of a column that most facts leave as it is. */
const kept = (column: string): string =>
  `(array_agg(${column}) FILTER (WHERE ${column} IS NOT NULL) OVER past)[count(${column}) OVER past] AS ${column}`;

const STANDS = `
  CREATE TEMP TABLE stand ON COMMIT DROP AS WITH
  told AS (
    SELECT *, type = 'visit-finished' AND f->>'nextQueueId' IS NOT NULL AS goes_on FROM fact WHERE ticket IS NOT NULL),
  step AS (
    SELECT sequence, type, ticket, at, request, f, actor,
      CASE WHEN type = 'ticket-transferred' THEN f->>'toQueueId' WHEN goes_on THEN f->>'nextQueueId'
           WHEN type = 'ticket-issued' THEN f->>'queueId' END AS queue,
      CASE type WHEN 'ticket-issued' THEN 'waiting' WHEN 'ticket-transferred' THEN 'waiting'
                WHEN 'ticket-rejoined' THEN 'waiting' WHEN 'ticket-called' THEN 'called'
                WHEN 'visit-begun' THEN 'serving' WHEN 'ticket-parked' THEN 'parked'
                WHEN 'ticket-missed' THEN 'missed' WHEN 'ticket-cancelled' THEN 'cancelled'
                WHEN 'ticket-expired' THEN 'expired' WHEN 'ticket-carried-over' THEN 'carried'
                WHEN 'ticket-went-on' THEN 'waiting'
                WHEN 'visit-finished' THEN CASE WHEN goes_on THEN 'waiting' ELSE 'served' END END AS status,
      CASE type WHEN 'ticket-issued' THEN sequence::float
                WHEN 'ticket-rejoined' THEN (f->>'rank')::float END AS rank,
      CASE WHEN type = 'ticket-transferred' THEN coalesce(f->>'toCounterId', '')
           WHEN goes_on OR type IN ('ticket-issued', 'ticket-called') THEN '' END AS target,
      CASE WHEN type = 'ticket-called' THEN f->>'counterId'
           WHEN goes_on OR type IN ('ticket-issued', 'ticket-transferred', 'ticket-rejoined', 'ticket-carried-over')
             THEN '' END AS counter,
      CASE WHEN type = 'ticket-transferred' THEN coalesce(f->>'fromCounterId', '')
           WHEN goes_on THEN f->>'counterId' WHEN type = 'ticket-issued' THEN '' END AS came_from,
      CASE WHEN type = 'ticket-called' THEN 1 WHEN type = 'ticket-recalled' THEN (f->>'round')::int
           WHEN goes_on OR type IN ('ticket-issued', 'ticket-transferred', 'ticket-rejoined', 'ticket-carried-over')
             THEN 0 END AS rounds,
      CASE WHEN type = 'visit-begun' OR type = 'visit-finished' AND NOT goes_on THEN f->>'visitId'
           WHEN goes_on OR type IN ('ticket-issued', 'ticket-transferred', 'ticket-missed', 'ticket-carried-over')
             THEN '' END AS visit,
      CASE WHEN type IN ('ticket-issued', 'ticket-marked') THEN coalesce(f->>'groupId', '') END AS favour,
      CASE type WHEN 'ticket-issued' THEN coalesce(f->>'appointmentId', '') END AS booked,
      CASE type WHEN 'ticket-issued' THEN '' WHEN 'ticket-carried-over' THEN f->>'toDay'
                WHEN 'ticket-went-on' THEN f->>'day' END AS carried_to,
      CASE type WHEN 'ticket-issued' THEN '' WHEN 'collection-recorded' THEN f->>'collectionId' END AS collection,
      CASE type WHEN 'ticket-issued' THEN false WHEN 'ticket-expedited' THEN true END AS urgent,
      CASE WHEN type IN ('ticket-called', 'ticket-recalled') THEN at END AS last_called,
      CASE type WHEN 'helper-assigned' THEN coalesce(f->>'helperId', '') WHEN 'ticket-issued' THEN '' END AS helper
    FROM told)
  SELECT sequence, type, ticket, at, request, f, actor, ${[
    ...['queue', 'status', 'rank', 'target', 'counter', 'came_from', 'rounds', 'visit'],
    ...['favour', 'urgent', 'last_called', 'helper'],
    ...['booked', 'carried_to', 'collection'],
  ]
    .map(kept)
    .join(', ')},
      lead(sequence) OVER past AS until, lead(at) OVER past AS until_at
    FROM step WINDOW past AS (PARTITION BY ticket ORDER BY sequence)`;

/**
 * The tables that the judge works on, made in this order and gone with the transaction: every fact of the hall ($1 of the
 * first one) from the bytes that the chain covers, the queues that somebody has not learnt, and where each ticket stands after each of its facts, until the next.
 */
export const WORKING_TABLES = [
  'CREATE TEMP TABLE judged (id text) ON COMMIT DROP',
  `CREATE TEMP TABLE fact ON COMMIT DROP AS
    SELECT sequence, type, "ticketId" AS ticket, (record::jsonb->>'at')::timestamptz AS at,
           record::jsonb->>'requestId' AS request, record::jsonb->'fact' AS f, actor
    FROM event WHERE "ledgerId" = (SELECT id FROM judged)`,
  `CREATE TEMP TABLE conf ON COMMIT DROP AS
    SELECT document::jsonb AS d FROM hall_config WHERE "hallId" = (SELECT id FROM judged)
    ORDER BY version DESC LIMIT 1`,
  `CREATE TEMP TABLE lacks ON COMMIT DROP AS SELECT s->>'personId' AS person, q->>'id' AS queue
    FROM conf, jsonb_array_elements(d->'skills') s, jsonb_array_elements(d->'queues') q
    WHERE NOT (s->'queueIds') ? (q->>'id')`,
  STANDS,
  'CREATE INDEX ON fact (type, sequence)',
  'CREATE INDEX ON fact (ticket)',
  `CREATE INDEX ON fact ((f->>'invitationId'))`,
  `CREATE INDEX ON fact ((f->>'visitId'))`,
  `CREATE INDEX ON fact ((f->>'enquiryId'))`,
  'CREATE INDEX ON stand (ticket, sequence)',
  'CREATE INDEX ON stand (until)',
  'CREATE INDEX ON stand (sequence)',
  'ANALYZE fact',
  'ANALYZE stand',
];
