import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A PostgreSQL database of the test's own; undefined where the suite runs on the embedded one. */
export async function testDatabaseUrl(): Promise<{ url: string | undefined; drop(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (!given) return { url: undefined, drop: async () => undefined };
  const name = `tingxu_test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: given });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  const drop = async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  };
  return { url: url.href, drop };
}
