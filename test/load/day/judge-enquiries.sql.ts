/** What no day may hold of enquiries: each has an owner who stays, an outcome, and a clock. */
export const ENQUIRY_JUDGEMENTS: Readonly<Record<string, string>> = {
  'enquiry-unended': `SELECT c.f->>'enquiryId' AS what FROM fact c WHERE c.type = 'enquiry-closed' AND (
      coalesce(c.f->>'outcome', '') NOT IN ('answered', 'accepted', 'guided', 'redirected')
      OR NOT EXISTS (SELECT 1 FROM fact l WHERE l.type = 'enquiry-logged' AND l.sequence < c.sequence
                       AND l.f->>'enquiryId' = c.f->>'enquiryId')
      OR EXISTS (SELECT 1 FROM fact o WHERE o.type LIKE 'enquiry-%' AND o.sequence > c.sequence
                   AND o.f->>'enquiryId' = c.f->>'enquiryId'))`,

  'enquiry-owner-lost': `SELECT l.f->>'enquiryId' AS what FROM fact l LEFT JOIN enquiry e ON e.id = l.f->>'enquiryId'
    WHERE l.type = 'enquiry-logged'
      AND (e."ownerId" IS DISTINCT FROM l.f->>'ownerId' OR l.actor <> 'person:' || (l.f->>'ownerId'))`,

  'enquiry-clock': `WITH step AS (
      SELECT f->>'enquiryId' AS id, (f->>'dueAt')::timestamptz AS due, lead(type) OVER each AS next,
             coalesce(lead(at) OVER each, (SELECT max(at) FROM fact)) AS next_at
      FROM fact WHERE type IN ('enquiry-logged', 'enquiry-handed-over', 'enquiry-overdue', 'enquiry-replied',
        'enquiry-closed') WINDOW each AS (PARTITION BY f->>'enquiryId' ORDER BY sequence))
    SELECT id || ' was due at ' || due AS what FROM step WHERE due IS NOT NULL
      AND CASE WHEN next = 'enquiry-overdue' THEN next_at < due ELSE due + interval '1 minute' < next_at END`,
};
