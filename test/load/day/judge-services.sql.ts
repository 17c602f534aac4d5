const BOOKINGS = `told AS (
    SELECT f->>'bookingId' AS id, type, sequence, at, request, f FROM fact WHERE type IN
      ('booked', 'booking-cancelled', 'booking-used', 'booking-lapsed')),
  begun AS (SELECT * FROM told WHERE type = 'booked'), ended AS (SELECT * FROM told WHERE type <> 'booked')`;

/** What no day may hold of numbers carried over, skills, agents' cases, things handed out, bookings and home visits. */
export const SERVICE_JUDGEMENTS: Readonly<Record<string, string>> = {
  'carried-lost': `SELECT c.ticket || ' was to go on on ' || (c.f->>'toDay') AS what
    FROM stand c LEFT JOIN stand n ON n.sequence = c.until CROSS JOIN conf
    WHERE c.type = 'ticket-carried-over' AND (
      n.type IS NULL OR n.type NOT IN ('ticket-went-on', 'ticket-carried-over', 'ticket-expired', 'ticket-cancelled')
      OR n.type = 'ticket-expired' AND n.f->>'decidedBy' IS DISTINCT FROM 'person'
      OR n.type = 'ticket-went-on' AND (n.f->>'day', to_char(n.at AT TIME ZONE (d->>'timeZone'), 'YYYY-MM-DD'))
           IS DISTINCT FROM (c.f->>'toDay', c.f->>'toDay'))
    UNION ALL
    SELECT n.ticket || ' went on and was not carried over' FROM stand n LEFT JOIN stand c ON c.until = n.sequence
    WHERE n.type = 'ticket-went-on' AND c.status IS DISTINCT FROM 'carried'`,

  'skill-lacking': `SELECT c.ticket || ' called by ' || l.person AS what
    FROM stand c JOIN stand b ON b.until = c.sequence
    JOIN lacks l ON l.person = c.f->>'personId' AND l.queue = b.queue
    WHERE c.type = 'ticket-called' AND b.target <> c.f->>'counterId'
      AND NOT (c.f->>'cause' = 'resumed' AND b.status = 'parked' AND b.counter = c.f->>'counterId')`,

  'collected-unsigned': `WITH hands_out AS (
      SELECT q->>'id' AS queue FROM conf, jsonb_array_elements(d->'queues') q WHERE (q->>'pickUp')::boolean)
    SELECT v.ticket AS what FROM stand v JOIN stand b ON b.until = v.sequence JOIN hands_out h ON h.queue = b.queue
    WHERE v.type = 'visit-finished' AND v.f->>'outcome' = 'collected' AND NOT EXISTS (
      SELECT 1 FROM fact k WHERE k.type = 'collection-recorded' AND k.ticket = v.ticket AND k.sequence < v.sequence
         AND k.f->>'counterId' = v.f->>'counterId')`,

  'proxy-without-papers': `SELECT f->>'collectionId' AS what FROM fact WHERE type = 'collection-recorded'
      AND (f->>'by' = 'proxy') <> (f->'papers' @> '["authorisation", "principal-id-copy", "proxy-id"]')`,

  'batch-broken': `WITH batch AS (
      SELECT f->>'batchId' AS id, (f->>'size')::int AS size, request FROM fact WHERE type = 'agent-registered'),
    given AS (
      SELECT f->>'batchId' AS id, count(*) AS tickets, min((f->>'batchSize')::int) AS least,
             max((f->>'batchSize')::int) AS most, min(request) AS request, count(DISTINCT request) AS requests
      FROM fact WHERE type = 'ticket-issued' AND f->>'batchId' IS NOT NULL GROUP BY 1)
    SELECT id AS what FROM batch b FULL JOIN given g USING (id)
    WHERE (b.size, b.size, b.size, 1, b.request) IS DISTINCT FROM (g.tickets, g.least, g.most, g.requests, g.request)`,

  'booking-illegal': `WITH ${BOOKINGS}
    SELECT e.id || ' ' || e.type AS what FROM ended e LEFT JOIN begun b USING (id)
    WHERE b.id IS NULL OR e.sequence < b.sequence
       OR EXISTS (SELECT 1 FROM ended o WHERE o.id = e.id AND o.sequence <> e.sequence)
       OR e.type = 'booking-lapsed' AND e.at <= (b.f->>'closesAt')::timestamptz
       OR e.type = 'booking-cancelled' AND e.at > (b.f->>'cancelUntil')::timestamptz
       OR e.type = 'booking-used' AND (
            e.at NOT BETWEEN (b.f->>'opensAt')::timestamptz AND (b.f->>'closesAt')::timestamptz OR NOT EXISTS (
              SELECT 1 FROM fact i WHERE i.type = 'ticket-issued' AND i.ticket = e.f->>'ticketId'
                 AND i.request = e.request AND i.f->>'appointmentId' = e.id AND i.f->>'queueId' = b.f->>'queueId'))
    UNION ALL
    SELECT i.ticket || ' for a booking that was not used' FROM fact i WHERE i.type = 'ticket-issued'
      AND i.f->>'appointmentId' IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM ended e WHERE e.type = 'booking-used' AND e.id = i.f->>'appointmentId' AND e.f->>'ticketId' = i.ticket)
    UNION ALL
    SELECT id || ' has not ended' FROM begun WHERE id NOT IN (SELECT id FROM ended)`,

  'slot-overbooked': `WITH ${BOOKINGS}, stay AS (
      SELECT id, f->>'queueId' AS queue, f->>'kind' AS kind, f->>'day' AS day, f->>'from' AS starts, f->>'to' AS ends,
             sequence, (SELECT min(sequence) FROM ended e WHERE e.id = b.id AND e.type <> 'booking-used') AS until
      FROM begun b)
    SELECT s.id || ' at ' || s.starts AS what FROM stay s, conf, jsonb_array_elements(d->'appointments') a
    WHERE a->>'queueId' = s.queue AND a->>'kind' = s.kind AND (a->>'capacity')::int < (
      SELECT count(*) FROM stay o WHERE o.queue = s.queue AND o.day = s.day AND o.starts < s.ends
         AND s.starts < o.ends AND o.sequence <= s.sequence AND (o.until IS NULL OR o.until > s.sequence))`,

  'home-visit-illegal': `WITH step AS (
      SELECT f->>'homeVisitId' AS id, replace(type, 'home-visit-', '') AS state, f,
             coalesce(lag(replace(type, 'home-visit-', '')) OVER each, '') AS before
      FROM fact WHERE type LIKE 'home-visit-%' WINDOW each AS (PARTITION BY f->>'homeVisitId' ORDER BY sequence))
    SELECT id || ' is ' || state || ' after "' || before || '"' AS what FROM step
    WHERE NOT CASE state WHEN 'requested' THEN before = '' WHEN 'done' THEN before = 'scheduled'
                         ELSE before IN ('requested', 'scheduled') END
       OR state = 'scheduled' AND f->>'personId' IS NULL OR state = 'declined' AND f->>'reason' IS NULL`,
};
