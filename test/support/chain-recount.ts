import { createHash } from 'node:crypto';
import type pg from 'pg';

/**
 * Walks a chain of events by itself, sharing nothing with the server: each hash covers the hash before and the stored
 * bytes, no sequence is left out, and the ledger's own row names the last one. What is broken, or null.
 */
export async function brokenLink(pool: pg.Pool, ledgerId: string): Promise<string | null> {
  const { rows } = await pool.query<{ sequence: number; record: string; hash: string }>(
    'SELECT sequence, record, hash FROM event WHERE "ledgerId" = $1 ORDER BY sequence',
    [ledgerId],
  );
  let head = '0'.repeat(64);
  for (const [place, { sequence, record, hash }] of rows.entries()) {
    if (sequence !== place + 1) return `event ${place + 1} is missing`;
    head = createHash('sha256').update(`${head}\n${record}`).digest('hex');
    if (hash !== head) return `event ${sequence} does not follow from the one before`;
  }
  const ledger = await pool.query<{ sequence: number; head: string }>(
    'SELECT sequence, head FROM ledger WHERE id = $1',
    [ledgerId],
  );
  const stands = ledger.rows[0];
  if (stands?.sequence !== rows.length || stands.head !== head) return 'the ledger names another head';
  return null;
}
