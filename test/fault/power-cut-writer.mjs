// Writes through the shipped database module and prints the number of each row once its commit is acknowledged.
// A pipe keeps what it was given when the writer is killed. Arguments: <data folder> [first number]
import { writeSync } from 'node:fs';
import { openDatabase } from '../../dist/apps/server/src/database/open-database.js';

const [dataDir, first = '1'] = process.argv.slice(2);
const onFatal = (error) => {
  console.error(error.message);
  process.exit(70);
};
const { pool } = await openDatabase({ dataDir, onFatal }).catch(onFatal);
await pool.query(
  'CREATE TABLE IF NOT EXISTS acknowledged (id integer PRIMARY KEY, text text, touched integer DEFAULT 0)',
);
writeSync(1, 'open\n');

for (let id = Number(first); ; id++) {
  await pool.query('INSERT INTO acknowledged (id, text) VALUES ($1, $2)', [
    id,
    'x'.repeat((id * 37) % 3_000),
  ]);
  writeSync(1, `${id}\n`);
  if (id % 5 === 0) await pool.query('UPDATE acknowledged SET touched = touched + 1 WHERE id = $1', [id - 2]);
  if (id % 300 === 0) await pool.query('CHECKPOINT');
}
