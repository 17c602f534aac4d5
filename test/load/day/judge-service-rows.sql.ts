import { differing } from './judge-rows.sql.js';

/** The last value of each thing that later facts may change. */
const last = (value: string): string =>
  `(array_agg(${value} ORDER BY sequence DESC) FILTER (WHERE ${value} IS NOT NULL))[1]`;

const BOOKINGS = `WITH ${differing(
  `SELECT f->>'bookingId' AS id, max(f->>'queueId') AS queue, max(f->>'day') AS day, max(f->>'from') AS starts,
          max(f->>'to') AS ends, max(f->>'kind') AS kind, max(f->>'visitorId') AS visitor,
          (array_agg(replace(type, 'booking-', '') ORDER BY sequence DESC))[1] AS status, max(f->>'ticketId') AS ticket
   FROM fact WHERE type IN ('booked', 'booking-cancelled', 'booking-used', 'booking-lapsed') GROUP BY 1`,
  `SELECT id, "queueId", day, "from", "to", kind, "visitorId", status, "ticketId"
   FROM booking WHERE "hallId" = (SELECT id FROM judged)`,
)}`;

const HOME_VISITS = `WITH ${differing(
  `SELECT f->>'homeVisitId' AS id, max(f->>'queueId') AS queue, max(f->>'matterId') AS matter,
          max(f->>'visitorId') AS visitor, ${last(`f->>'day'`)} AS day, ${last(`f->>'half'`)} AS half,
          ${last(`f->>'personId'`)} AS person, max(f->>'reason') AS reason,
          ${last(`replace(type, 'home-visit-', '')`)} AS status
   FROM fact WHERE type LIKE 'home-visit-%' GROUP BY 1`,
  `SELECT id, "queueId", "matterId", "visitorId", day, half, "personId", reason, status
   FROM home_visit WHERE "hallId" = (SELECT id FROM judged)`,
)}`;

const ENQUIRIES = `WITH handed AS (
    SELECT DISTINCT ON (f->>'enquiryId') f->>'enquiryId' AS id, f FROM fact WHERE type = 'enquiry-handed-over'
    ORDER BY 1, sequence DESC), ${differing(
      `SELECT e.f->>'enquiryId' AS id, max(e.f->>'ownerId') AS owner, max(e.f->>'channel') AS channel,
              ${last(`nullif(replace(type, 'enquiry-', ''), 'overdue')`)} AS status,
              max(h.f->>'toPersonId') AS person, max(h.f->>'toDepartmentId') AS department,
              coalesce(bool_or((h.f->>'warm')::boolean), false) AS warm, max(e.f->>'outcome') AS outcome,
              max(e.f->>'departmentId') AS sent_to, max(e.f->>'visitorId') AS visitor,
              bool_or(type = 'enquiry-overdue') AS overdue
       FROM fact e LEFT JOIN handed h ON h.id = e.f->>'enquiryId'
       WHERE type LIKE 'enquiry-%' AND e.f->>'enquiryId' IS NOT NULL GROUP BY 1`,
      `SELECT id, "ownerId", channel, CASE status WHEN 'open' THEN 'logged' ELSE status END, "toPersonId",
              "toDepartmentId", warm, outcome, "departmentId", "visitorId", overdue
       FROM enquiry WHERE "hallId" = (SELECT id FROM judged)`,
    )}`;

const BATCHES = `WITH ${differing(
  `SELECT f->>'batchId' AS id, f->>'day' AS day, f->>'visitorId' AS visitor, f->>'personId' AS person,
          (f->>'size')::int AS size, at FROM fact WHERE type = 'agent-registered'`,
  `SELECT id, day, "visitorId", "personId", size, at FROM agent_batch WHERE "hallId" = (SELECT id FROM judged)`,
)}`;

const COLLECTIONS = `WITH ${differing(
  `SELECT f->>'collectionId' AS id, f->>'day' AS day, ticket, f->>'receipt' AS receipt, f->>'by' AS by,
          f->>'counterId' AS counter, f->>'personId' AS person, f->>'visitorId' AS visitor, at
   FROM fact WHERE type = 'collection-recorded'`,
  `SELECT id, day, "ticketId", receipt, by, "counterId", "personId", "visitorId", at
   FROM collection WHERE "hallId" = (SELECT id FROM judged)`,
)}`;

/** Somebody still waits for him or for what he asked, so that he is kept. */
const NEEDED = `needed AS (
    SELECT "visitorId" AS id FROM ticket WHERE status NOT IN ('served', 'cancelled', 'expired')
    UNION SELECT "visitorId" FROM booking WHERE status = 'booked'
    UNION SELECT "visitorId" FROM home_visit WHERE status IN ('requested', 'scheduled')
    UNION SELECT "visitorId" FROM enquiry WHERE status <> 'closed')`;

const PURGE = `WITH ${NEEDED}, today AS (SELECT max(f->>'nextDay') AS day FROM fact WHERE type = 'day-closed'),
  row AS (
    SELECT 'visitor ' || v.id AS name, v."purgeOn" AS purge_on, v.purged, num_nonnulls(v.name, v."idNumber", v.phone,
             v.address, v."idNumberHash", v."phoneHash") AS said, n.id IS NOT NULL AS needed
    FROM visitor v LEFT JOIN needed n USING (id) WHERE v."hallId" = (SELECT id FROM judged)
    UNION ALL
    SELECT 'enquiry ' || id, "purgeOn", purged, num_nonnulls(question, reply, note), false
    FROM enquiry WHERE "hallId" = (SELECT id FROM judged)
    UNION ALL
    SELECT 'collection ' || id, "purgeOn", purged, num_nonnulls(signature), false
    FROM collection WHERE "hallId" = (SELECT id FROM judged))
  SELECT name AS what FROM row, today WHERE CASE WHEN purged THEN said > 0 OR purge_on > day
    ELSE purge_on <= day AND NOT needed END`;

/** The rows of what a hall does beside calling numbers, against the events that made them; and what is purged of them. */
export const SERVICE_ROW_JUDGEMENTS: Readonly<Record<string, string>> = {
  'booking-row': BOOKINGS,
  'home-visit-row': HOME_VISITS,
  'enquiry-row': ENQUIRIES,
  'batch-row': BATCHES,
  'collection-row': COLLECTIONS,
  'purge-left': PURGE,
};
