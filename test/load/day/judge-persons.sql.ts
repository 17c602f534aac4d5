const OWN = `own AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS row(id text, person int, born date))`;

/** About people, whom no event names: whose each number and booking is ($1, JSON), the players say. */
export const OWNER_JUDGEMENTS: Readonly<Record<string, string>> = {
  'person-twice': `WITH ${OWN}, wait AS (
      SELECT s.ticket, s.queue, s.sequence, coalesce(s.until, 2147483647) AS until, o.person
      FROM stand s JOIN own o ON o.id = s.ticket WHERE s.status = 'waiting')
    SELECT DISTINCT one.ticket || ' and ' || other.ticket || ' wait in ' || one.queue AS what
    FROM wait one JOIN wait other USING (person, queue)
    WHERE one.ticket < other.ticket AND one.sequence < other.until AND other.sequence < one.until`,

  'booked-in-spite': `WITH ${OWN}, told AS (
      SELECT f->>'bookingId' AS id, type, sequence, o.person FROM fact JOIN own o ON o.id = f->>'bookingId'
      WHERE type IN ('booked', 'booking-lapsed'))
    SELECT b.id AS what FROM told b, conf WHERE b.type = 'booked' AND (
      SELECT count(*) FROM told l WHERE l.type = 'booking-lapsed' AND l.person = b.person AND l.sequence < b.sequence)
      >= (d->'visitors'->'noShows'->>'limit')::int`,

  'age-unheeded': `WITH ${OWN}, aged AS (
      SELECT g->>'id' AS id, (g->>'fromAge')::int AS from_age
      FROM conf, jsonb_array_elements(d->'callOrder'->'groups') g WHERE g->>'evidence' = 'birth-date')
    SELECT i.ticket || ' of somebody born on ' || o.born AS what FROM fact i JOIN own o ON o.id = i.ticket
    WHERE i.type = 'ticket-issued' AND o.born IS NOT NULL AND i.f->>'groupId' IS DISTINCT FROM (
      SELECT id FROM aged WHERE o.born + from_age * interval '1 year' <= (i.f->>'day')::date)`,
};

/** What can be read ($1, a pattern) where nothing may be: the chain, the commands, and the rows that hold it sealed. */
export const PERSONAL_DATA = `
  SELECT 'event ' || sequence AS what FROM event e
    WHERE "ledgerId" = (SELECT id FROM judged) AND e::text ~ $1
  UNION ALL SELECT 'command ' || "requestId" FROM command c
    WHERE "ledgerId" = (SELECT id FROM judged) AND c::text ~ $1
  UNION ALL SELECT 'visitor ' || id FROM visitor v WHERE "hallId" = (SELECT id FROM judged) AND v::text ~ $1
  UNION ALL SELECT 'enquiry ' || id FROM enquiry q WHERE "hallId" = (SELECT id FROM judged) AND q::text ~ $1
  UNION ALL SELECT 'collection ' || id FROM collection k WHERE "hallId" = (SELECT id FROM judged) AND k::text ~ $1`;
