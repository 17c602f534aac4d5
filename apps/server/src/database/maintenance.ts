import type pg from 'pg';

const ROUND_MS = 5 * 60_000;

/** As autovacuum would; and between one and five at night every table once, when nobody waits for an answer. */
const TABLES_DUE = `
  SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables
  WHERE n_dead_tup > 1000 + 0.2 * n_live_tup
     OR n_ins_since_vacuum > 1000 + 0.2 * n_live_tup
     OR n_mod_since_analyze > 500 + 0.1 * n_live_tup
     OR (extract(hour FROM now() AT TIME ZONE $1) BETWEEN 1 AND 4
         AND coalesce(last_vacuum < now() - interval '20 hours', true))`;

/** The embedded engine has neither checkpointer nor autovacuum: a round every few minutes does their work. */
export function keepInOrder(pool: pg.Pool): () => void {
  const timer = setInterval(() => void tidy(pool).catch(() => undefined), ROUND_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Table by table, so that commands go between. */
export async function tidy(pool: pg.Pool): Promise<string[]> {
  await pool.query('CHECKPOINT');
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const due = await pool.query<{ name: string }>(TABLES_DUE, [timeZone]);
  const names = due.rows.map(({ name }) => name);
  for (const name of names) await pool.query(`VACUUM (ANALYZE) ${name}`);
  return names;
}
