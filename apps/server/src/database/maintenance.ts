import type pg from 'pg';

const ROUND_MS = 5 * 60_000;

/**
 * As autovacuum would; and between one and five at night every table once, when nobody waits for an answer. The size
 * comes from pg_class, since the engine forgets its counts when it ends.
 */
const TABLES_DUE = `
  SELECT format('%I.%I', s.schemaname, s.relname) AS name
  FROM pg_stat_user_tables s
  JOIN pg_class c ON c.oid = s.relid
  WHERE n_dead_tup > 1000 + 0.2 * greatest(n_live_tup, c.reltuples)
     OR n_ins_since_vacuum > 1000 + 0.2 * greatest(n_live_tup, c.reltuples)
     OR n_mod_since_analyze > 500 + 0.1 * greatest(n_live_tup, c.reltuples)
     OR (extract(hour FROM now() AT TIME ZONE $1) BETWEEN 1 AND 4
         AND coalesce(last_vacuum < now() - interval '20 hours', true))`;

/** The embedded engine has neither checkpointer nor autovacuum: a round every few minutes does their work. */
export function keepInOrder(pool: pg.Pool): () => void {
  // a round that fails is made up for by the next; an engine that fails says so itself
  const timer = setInterval(() => void tidy(pool).catch(() => undefined), ROUND_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Table by table, so that commands go between. */
export async function tidy(pool: pg.Pool): Promise<string[]> {
  await pool.query('CHECKPOINT');
  await pool.query('SELECT pg_stat_force_next_flush()');
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const due = await pool.query<{ name: string }>(TABLES_DUE, [timeZone]);
  const names = due.rows.map(({ name }) => name);
  for (const name of names) await pool.query(`VACUUM (ANALYZE) ${name}`);
  return names;
}
