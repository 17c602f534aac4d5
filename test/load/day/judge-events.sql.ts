/** What no day may hold, told from its events: a query each, whose rows name what is wrong. $1 is the hall. */
export const EVENT_JUDGEMENTS: Readonly<Record<string, string>> = {
  'number-twice': `SELECT f->>'day' || ' ' || (f->>'number') AS what FROM fact WHERE type = 'ticket-issued'
    GROUP BY 1 HAVING count(*) > 1`,

  'number-gap': `WITH given AS (
      SELECT f->>'day' AS day, f->>'prefix' AS prefix, f->>'number' AS number, (f->>'serial')::int AS serial,
             row_number() OVER (PARTITION BY f->>'day', f->>'prefix' ORDER BY sequence) AS place
      FROM fact WHERE type = 'ticket-issued'),
    first AS (SELECT q->>'prefix' AS prefix, (q->>'firstNumber')::int AS serial
              FROM conf, jsonb_array_elements(d->'queues') q)
    SELECT given.number AS what FROM given LEFT JOIN first USING (prefix)
    WHERE given.serial IS DISTINCT FROM first.serial + given.place - 1
       OR given.number <> prefix || lpad(given.serial::text, greatest(3, length(given.serial::text)), '0')`,

  'two-at-a-counter': `WITH stay AS (
      SELECT c.ticket, c.f->>'counterId' AS counter, c.sequence, (
        SELECT min(e.sequence) FROM stand e WHERE e.ticket = c.ticket AND e.sequence > c.sequence
           AND e.status NOT IN ('called', 'serving')) AS left_at
      FROM stand c WHERE c.type = 'ticket-called'),
    pair AS (SELECT *, lag(left_at) OVER each AS before_left, lag(sequence) OVER each AS before FROM stay
             WINDOW each AS (PARTITION BY counter ORDER BY sequence))
    SELECT counter || ' at event ' || sequence AS what FROM pair
    WHERE before IS NOT NULL AND (before_left IS NULL OR before_left > sequence)`,

  'visit-rated-twice': `SELECT f->>'visitId' AS what FROM fact WHERE type = 'visit-rated' GROUP BY 1 HAVING count(*) > 1`,

  'rating-stray': `SELECT r.f->>'evaluationId' AS what FROM fact r WHERE r.type = 'visit-rated' AND NOT EXISTS (
      SELECT 1 FROM fact v WHERE v.type = 'visit-finished' AND v.sequence < r.sequence AND v.ticket = r.ticket
         AND v.f->>'visitId' = r.f->>'visitId' AND v.f->>'counterId' = r.f->>'counterId'
         AND v.f->>'personId' = r.f->>'personId')`,

  'rating-unlit': `SELECT r.f->>'evaluationId' AS what FROM fact r WHERE r.type = 'visit-rated' AND (NOT EXISTS (
      SELECT 1 FROM fact i WHERE i.type = 'invitation-opened' AND i.sequence < r.sequence
         AND i.f->>'invitationId' = r.f->>'invitationId' AND i.f->>'visitId' = r.f->>'visitId'
         AND (r.f->>'pressedAt')::timestamptz BETWEEN i.at AND (i.f->>'endsAt')::timestamptz + interval '1 second')
      OR EXISTS (
      SELECT 1 FROM fact c WHERE c.type = 'invitation-closed' AND c.sequence < r.sequence
         AND c.f->>'invitationId' = r.f->>'invitationId' AND c.at < (r.f->>'pressedAt')::timestamptz))`,

  'invitation-twice': `SELECT f->>'visitId' AS what FROM fact WHERE type = 'invitation-opened' GROUP BY 1 HAVING count(*) > 1`,

  'ticket-unended': `SELECT ticket || ' is ' || status AS what FROM stand
    WHERE until IS NULL AND status NOT IN ('served', 'cancelled', 'expired')`,

  'expired-early': `SELECT x.ticket AS what FROM stand x WHERE x.type = 'ticket-expired' AND NOT EXISTS (
      SELECT 1 FROM fact c WHERE c.type = 'day-closed' AND c.request = x.request AND c.sequence > x.sequence)
    AND NOT (x.actor LIKE 'person:%' AND coalesce(x.f->>'decidedBy', '') = 'person' AND x.f->>'reason' IS NOT NULL)`,

  'moved-after-end': `SELECT b.ticket || ' after event ' || b.sequence AS what FROM stand b JOIN stand n ON n.sequence = b.until
    WHERE b.status IN ('served', 'cancelled', 'expired') AND n.status <> b.status`,

  'credit-lost': `SELECT c.ticket || ' at event ' || c.sequence AS what FROM stand c
    WHERE c.type = 'ticket-called' AND (c.f->'why'->>'rank')::float IS DISTINCT FROM c.rank
    UNION ALL
    SELECT t.id || ' in its row' FROM ticket t JOIN stand s ON s.ticket = t.id AND s.until IS NULL
    WHERE t.rank IS DISTINCT FROM s.rank`,

  'announcement-gap': `WITH call AS (
      SELECT sequence, (f->>'announcement')::int AS announcement, row_number() OVER (ORDER BY sequence) AS place
      FROM fact WHERE type IN ('ticket-called', 'ticket-recalled'))
    SELECT 'event ' || sequence AS what FROM call WHERE announcement <> place`,

  'chain-broken': `WITH link AS (
      SELECT sequence, record, hash, row_number() OVER each AS place,
             lag(hash, 1, repeat('0', 64)) OVER each AS before
      FROM event WHERE "ledgerId" = (SELECT id FROM judged) WINDOW each AS (ORDER BY sequence))
    SELECT 'event ' || sequence AS what FROM link
    WHERE sequence <> place OR hash <> encode(sha256(convert_to(before || E'\\n' || record, 'UTF8')), 'hex')
    UNION ALL
    SELECT 'head' FROM ledger l WHERE l.id = (SELECT id FROM judged) AND NOT EXISTS (
      SELECT 1 FROM event e WHERE e."ledgerId" = (SELECT id FROM judged) AND e.sequence = l.sequence AND e.hash = l.head
         AND NOT EXISTS (SELECT 1 FROM event o WHERE o."ledgerId" = (SELECT id FROM judged) AND o.sequence > e.sequence))`,
};
