import pg from 'pg';

/** Postgres' code -> Prisma's code; everything else is "cannot reach the server". */
const CODES = { '3D000': 'P1003', '28P01': 'P1000' };

export function log(level, message, error_code) {
  const line = { level, target: 'schema_engine::logger', fields: { message, error_code } };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** `cli can-connect-to-database | create-database | drop-database`; returns the exit code. */
export async function manageDatabase(command, url) {
  log('INFO', 'start'); // the CLI passes over the first line
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const client = new pg.Client({
    connectionString: command === 'can-connect-to-database' ? url : adminUrl(url),
  });
  try {
    await client.connect();
    const quoted = client.escapeIdentifier(name);
    if (command === 'create-database') await client.query(`CREATE DATABASE ${quoted}`);
    if (command === 'drop-database') await client.query(`DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`);
    return 0;
  } catch (error) {
    log('ERROR', error.message, CODES[error.code] ?? 'P1001');
    return 1;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function adminUrl(url) {
  const admin = new URL(url);
  admin.pathname = '/postgres';
  admin.searchParams.delete('schema');
  return admin.href;
}
