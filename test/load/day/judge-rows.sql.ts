/** Rows that stand on one side only: what the events say, and what is stored. */
export const differing = (told: string, stored: string): string => `
  told AS (${told}), stored AS (${stored})
  SELECT 'told ' || t::text AS what FROM (SELECT * FROM told EXCEPT ALL SELECT * FROM stored) t
  UNION ALL SELECT 'stored ' || s::text FROM (SELECT * FROM stored EXCEPT ALL SELECT * FROM told) s`;

const TICKETS = `WITH first AS (
    SELECT ticket, min(at) FILTER (WHERE type = 'ticket-issued') AS issued_at,
           min(at) FILTER (WHERE type = 'ticket-called') AS called_at FROM stand GROUP BY ticket),
  issued AS (SELECT ticket, f FROM stand WHERE type = 'ticket-issued'), ${differing(
    `SELECT s.ticket AS id, i.f->>'day' AS day, i.f->>'prefix' AS prefix, (i.f->>'serial')::int AS serial,
            i.f->>'number' AS number, i.f->>'matterId' AS matter, s.queue, s.status, s.rank, f.issued_at, f.called_at,
            s.last_called, nullif(s.counter, '') AS counter, nullif(s.target, '') AS target,
            nullif(s.came_from, '') AS came_from, s.rounds, nullif(s.visit, '') AS visit,
            nullif(s.favour, '') AS favour, s.urgent, nullif(s.helper, '') AS helper, nullif(s.booked, '') AS booked,
            nullif(s.carried_to, '') AS carried_to, i.f->>'visitorId' AS visitor, i.f->>'batchId' AS batch,
            (i.f->>'batchSize')::int AS batch_size, i.f->>'receipt' AS receipt, nullif(s.collection, '') AS collection
     FROM stand s JOIN first f USING (ticket) JOIN issued i USING (ticket) WHERE s.until IS NULL`,
    `SELECT id, day, prefix, serial, number, "matterId", "queueId", status, rank, "issuedAt", "firstCalledAt",
            "lastCalledAt", "counterId", "targetCounterId", "fromCounterId", rounds, "visitId", "groupId", urgent,
            "helperId", "appointmentId", "carriedTo", "visitorId", "batchId", "batchSize", receipt, "collectionId"
     FROM ticket WHERE "hallId" = (SELECT id FROM judged)`,
  )}`;

const VISITS = `WITH begun AS (
    SELECT DISTINCT ON (f->>'visitId') f->>'visitId' AS id, ticket, f->>'counterId' AS counter,
           f->>'personId' AS person, at FROM fact WHERE type = 'visit-begun' ORDER BY 1, sequence),
  ended AS (
    SELECT f->>'visitId' AS id, ticket, at, f->>'counterId' AS counter, f->>'personId' AS person,
           f->>'outcome' AS outcome,
           CASE type WHEN 'visit-finished' THEN 'finished' WHEN 'ticket-transferred' THEN 'transferred'
                     WHEN 'ticket-missed' THEN 'missed' WHEN 'ticket-cancelled' THEN 'cancelled'
                     WHEN 'ticket-carried-over' THEN 'carried-over' ELSE 'expired' END AS ending
    FROM fact WHERE f->>'visitId' IS NOT NULL AND type IN
      ('visit-finished', 'ticket-transferred', 'ticket-missed', 'ticket-cancelled', 'ticket-expired',
       'ticket-carried-over')), ${differing(
         `SELECT id, coalesce(b.ticket, e.ticket) AS ticket, coalesce(b.counter, e.counter) AS counter,
                coalesce(b.person, e.person) AS person, b.at AS begun_at, e.at AS ended_at, e.ending, e.outcome
         FROM begun b FULL JOIN ended e USING (id)`,
         `SELECT id, "ticketId", "counterId", "personId", "begunAt", "endedAt", ending, outcome
         FROM visit WHERE "hallId" = (SELECT id FROM judged)`,
       )}`;

const COUNTERS = `WITH last AS (
    SELECT DISTINCT ON (f->>'counterId', kind) f->>'counterId' AS counter, kind, type, f FROM (
      SELECT *, CASE WHEN type IN ('counter-paused', 'counter-reopened') THEN 'pause'
                     WHEN type = 'ticket-called' AND f->'why'->>'turn' IS NOT NULL THEN 'turn'
                     WHEN type = 'visit-finished' THEN 'visit' END AS kind FROM fact) of_a_kind
    WHERE kind IS NOT NULL ORDER BY 1, 2, sequence DESC),
  numbered AS (SELECT ticket, f->>'number' AS number FROM fact WHERE type = 'ticket-issued'), ${differing(
    `SELECT counter, max(CASE WHEN type = 'counter-paused' THEN f->>'reason' END) AS paused_for,
            coalesce(max((f->'why'->>'turn')::int) FILTER (WHERE kind = 'turn'), 0) AS turn,
            max(f->>'visitId') FILTER (WHERE kind = 'visit') AS visit,
            max((SELECT number FROM numbered WHERE ticket = f->>'ticketId')) FILTER (WHERE kind = 'visit') AS number
     FROM last GROUP BY counter`,
    `SELECT "counterId", "pausedFor", turn, "lastVisitId", "lastNumber" FROM counter_state WHERE "hallId" = (SELECT id FROM judged)`,
  )}`;

const CALLS = `WITH ${differing(
  `SELECT (f->>'announcement')::int AS announcement, ticket, f->>'counterId' AS counter, f->>'personId' AS person,
          coalesce((f->>'round')::int, 1) AS round, at
   FROM fact WHERE type IN ('ticket-called', 'ticket-recalled')`,
  `SELECT announcement, "ticketId", "counterId", "personId", round, at FROM call WHERE "hallId" = (SELECT id FROM judged)`,
)}`;

const INVITATIONS = `WITH ending AS (
    SELECT f->>'invitationId' AS id, (array_agg(coalesce(f->>'ending', 'rated') ORDER BY sequence DESC))[1] AS ending
    FROM fact WHERE type IN ('invitation-closed', 'visit-rated') GROUP BY 1), ${differing(
      `SELECT f->>'invitationId' AS id, f->>'visitId' AS visit, f->>'counterId' AS counter, f->>'personId' AS person,
              (SELECT ending FROM ending WHERE id = f->>'invitationId') AS ending
       FROM fact WHERE type = 'invitation-opened'`,
      `SELECT id, "visitId", "counterId", "personId", ending FROM invitation WHERE "hallId" = (SELECT id FROM judged)`,
    )}`;

const EVALUATIONS = `WITH ${differing(
  `SELECT f->>'evaluationId' AS id, f->>'visitId' AS visit, f->>'invitationId' AS invitation, ticket,
          f->>'counterId' AS counter, f->>'personId' AS person, (f->>'level')::int AS level, f->>'deviceId' AS device,
          (f->>'pressedAt')::timestamptz AS pressed_at, at
   FROM fact WHERE type = 'visit-rated'`,
  `SELECT id, "visitId", "invitationId", "ticketId", "counterId", "personId", level, "deviceId", "pressedAt",
          "receivedAt" FROM evaluation WHERE "hallId" = (SELECT id FROM judged)`,
)}`;

/** The rows that pages and figures are read from, against the events that made them. */
export const ROW_JUDGEMENTS: Readonly<Record<string, string>> = {
  'ticket-row': TICKETS,
  'visit-row': VISITS,
  'counter-row': COUNTERS,
  'call-row': CALLS,
  'invitation-row': INVITATIONS,
  'evaluation-row': EVALUATIONS,
};
