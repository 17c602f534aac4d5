const LANE = (of: string): string =>
  `CASE WHEN ${of}.urgent THEN 'urgent' WHEN ${of}.favour <> '' OR ${of}.booked <> '' THEN 'priority' ELSE 'ordinary' END`;

/**
 * Each call by *next* with the best place in each lane of those who waited for that counter at that moment: for its own
 * queues, or (`rule` backup) for those it helps out with, as far as its clerk has learnt them. Whoever goes on to another queue by the same key is still at the
 * counter when the call is decided, so does not count.
 */
export const ORDER_TABLES = [
  `CREATE TEMP TABLE takes ON COMMIT DROP AS SELECT c->>'id' AS counter, q AS queue, true AS own
    FROM conf, jsonb_array_elements(d->'counters') c, jsonb_array_elements_text(c->'queueIds') q
    UNION ALL
    SELECT c->>'id', q, false
    FROM conf, jsonb_array_elements(d->'counters') c, jsonb_array_elements_text(c->'backupQueueIds') q`,
  `CREATE TEMP TABLE chosen ON COMMIT DROP AS SELECT s.sequence, s.at, s.ticket, s.request, s.f->>'counterId' AS counter,
           s.f->>'personId' AS person, s.f->'why' AS why,
           s.f->'why'->>'rule' AS rule, b.rank, ${LANE('b')} AS lane, b.status AS status_before
    FROM stand s JOIN stand b ON b.until = s.sequence
    WHERE s.type = 'ticket-called' AND s.f->>'cause' = 'next'`,
  `CREATE TEMP TABLE rival ON COMMIT DROP AS SELECT c.sequence, o.ticket, o.rank, ${LANE('o')} AS lane, o.target <> '' AS meant, t.own
    FROM chosen c
    JOIN stand o ON o.status = 'waiting' AND o.sequence < c.sequence AND (o.until IS NULL OR o.until > c.sequence)
                AND o.ticket <> c.ticket AND o.request <> c.request
    LEFT JOIN takes t ON t.counter = c.counter AND t.queue = o.queue
                AND NOT EXISTS (SELECT 1 FROM lacks l WHERE l.person = c.person AND l.queue = o.queue)
    WHERE CASE WHEN o.target = '' THEN t.own IS NOT NULL ELSE o.target = c.counter END`,
  'CREATE INDEX ON rival (sequence)',
  'ANALYZE rival',
  `CREATE TEMP TABLE best ON COMMIT DROP AS SELECT c.*, b.urgent, b.priority, b.ordinary, b.own_waits FROM chosen c CROSS JOIN LATERAL (
      SELECT min(r.rank) FILTER (WHERE r.lane = 'urgent' AND asked) AS urgent,
             min(r.rank) FILTER (WHERE r.lane = 'priority' AND asked) AS priority,
             min(r.rank) FILTER (WHERE r.lane = 'ordinary' AND asked) AS ordinary,
             coalesce(bool_or(r.meant OR r.own), false) AS own_waits
      FROM (SELECT *, meant OR own = (c.rule <> 'backup') AS asked FROM rival WHERE rival.sequence = c.sequence) r) b`,
  `CREATE TEMP TABLE policy ON COMMIT DROP AS SELECT (d->'callOrder'->'share'->>'priority')::int AS priority,
           (d->'callOrder'->'share'->>'ordinary')::int AS ordinary,
           (d->'callOrder'->>'ageingMinutes')::float * interval '1 minute' AS ageing FROM conf`,
];

const NAMED = `ticket || ' at event ' || sequence AS what`;

/** Who was called when, judged by who else waited: nothing of the rules is asked but what the hall configured. */
export const ORDER_JUDGEMENTS: Readonly<Record<string, string>> = {
  'called-unasked': `SELECT ${NAMED} FROM chosen WHERE status_before <> 'waiting'`,

  overtaken: `SELECT ${NAMED} FROM best
    WHERE CASE lane WHEN 'urgent' THEN urgent WHEN 'priority' THEN priority ELSE ordinary END < rank`,

  'urgent-passed': `SELECT ${NAMED} FROM best WHERE lane <> 'urgent' AND urgent IS NOT NULL`,

  'backup-first': `SELECT ${NAMED} FROM best WHERE rule = 'backup' AND own_waits`,

  'share-broken': `WITH contested AS (
      SELECT *, row_number() OVER (PARTITION BY counter ORDER BY sequence)
              - row_number() OVER (PARTITION BY counter, lane ORDER BY sequence) AS run
      FROM best WHERE rule <> 'aged' AND NOT (rule = 'backup' AND why->>'turn' IS NULL)
        AND (lane = 'priority' AND ordinary IS NOT NULL OR lane = 'ordinary' AND priority IS NOT NULL))
    SELECT counter || ' gave ' || count(*) || ' ' || lane || ' calls in a row from event ' || min(sequence) AS what
    FROM contested, policy GROUP BY counter, lane, run, policy.priority, policy.ordinary
    HAVING count(*) > CASE lane WHEN 'priority' THEN policy.priority ELSE policy.ordinary END`,

  'reason-untrue': `SELECT ${NAMED} FROM best, policy,
      LATERAL (SELECT CASE lane WHEN 'urgent' THEN coalesce(best.ordinary, best.priority)
                                WHEN 'priority' THEN best.ordinary ELSE best.priority END AS other) o
    WHERE (why->>'otherRank')::float IS DISTINCT FROM o.other
       OR (rule = 'urgent') <> (lane = 'urgent') AND rule <> 'backup'
       OR rule IN ('share', 'aged') AND o.other IS NULL OR rule = 'order' AND o.other IS NOT NULL
       OR rule = 'aged' AND best.at - policy.ageing < (
            SELECT i.at FROM stand i WHERE i.ticket = best.ticket AND i.type = 'ticket-issued')`,
};
