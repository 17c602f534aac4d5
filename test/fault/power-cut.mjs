// npm run test:power -- [--rounds 10] [--require]
// Power cuts on a disk image: rows that were acknowledged must be there after the cut, rows that were not may be.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../dist/apps/server/src/database/open-database.js';
import { DiskImage, whyNot } from './power-cut-image.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, require: { type: 'boolean', default: false } },
});
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'power-cut-'));
const acknowledged = [];

/** Writes until `enough` rows are acknowledged and is killed there. */
function writeUntilKilled(dataDir, enough) {
  const script = path.join(import.meta.dirname, 'power-cut-writer.mjs');
  const writer = spawn(process.execPath, [script, dataDir, String(acknowledged.length + 1)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let rows = 0;
  readline.createInterface({ input: writer.stdout }).on('line', (line) => {
    if (line !== 'open') rows = acknowledged.push(Number(line)) && rows + 1;
    if (rows >= enough) writer.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    writer.on('close', (code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`the writer ended by itself (${code})`)),
    );
  });
}

/** The proof that the cut is a cut: of two files only the one that was synced may survive. */
function writeControls(root) {
  fs.writeFileSync(path.join(root, 'unsynced'), 'lost'.repeat(1_000));
  const fd = fs.openSync(path.join(root, 'synced'), 'w');
  fs.writeSync(fd, 'kept');
  fs.fsyncSync(fd);
  fs.closeSync(fd);
}

function checkControls(root) {
  const read = (name) =>
    fs.existsSync(path.join(root, name)) ? fs.readFileSync(path.join(root, name), 'utf8') : '';
  if (read('synced') !== 'kept') throw new Error('the simulation loses synced bytes');
  if (read('unsynced').includes('lost')) throw new Error('the simulation keeps bytes that nobody synced');
  for (const name of ['synced', 'unsynced']) fs.rmSync(path.join(root, name), { force: true });
}

async function missingRows(dataDir) {
  const onFatal = (error) => console.error(error.message);
  const { pool, close } = await openDatabase({ dataDir, onFatal });
  try {
    const { rows } = await pool.query(
      'SELECT id FROM acknowledged WHERE length(text) = (id * 37) % 3000 ORDER BY id',
    );
    await pool.query('DELETE FROM acknowledged WHERE id > $1', [acknowledged.length]);
    const found = new Set(rows.map(({ id }) => id));
    return acknowledged.filter((id) => !found.has(id));
  } finally {
    await close();
  }
}

/** Writes, pulls the plug, and mounts what is left. */
async function nextDisk(disk, number) {
  await writeUntilKilled(path.join(disk.root, 'data'), 100 + Math.floor(Math.random() * 900));
  writeControls(disk.root);
  const left = disk.cut(`disk-${number}`);
  disk.unmount();
  disk.remove();
  return left.mount();
}

async function rounds(count) {
  let disk = new DiskImage(work, 'disk').format().mount();
  let lost = 0;
  try {
    for (let number = 1; number <= count; number++) {
      const before = acknowledged.length;
      disk = await nextDisk(disk, number);
      checkControls(disk.root);
      const missing = await missingRows(path.join(disk.root, 'data'));
      lost += missing.length;
      console.log(
        `cut ${number}: ${acknowledged.length - before} rows acknowledged, ${missing.length} of all missing`,
      );
    }
  } finally {
    disk.unmount();
  }
  console.log(`${count} power cuts, ${acknowledged.length} acknowledged rows, ${lost} lost`);
  return lost === 0 ? 0 : 1;
}

const reason = whyNot(work);
try {
  if (reason) {
    console.log(`power cuts NOT tested: ${reason}`);
    process.exitCode = values.require || process.env.CI ? 2 : 0;
  } else {
    process.exitCode = await rounds(Number(values.rounds));
  }
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
