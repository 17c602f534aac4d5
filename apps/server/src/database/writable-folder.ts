import fs from 'node:fs';
import path from 'node:path';
import { DatabaseUnavailable } from './database-unavailable.js';

/** Tried, not asked: access rights say nothing of a read-only or full disk. */
export function makeWritable(dir: string): void {
  const probe = path.join(dir, `.write-${process.pid}`);
  try {
    make(dir);
    fs.writeFileSync(probe, 'x');
    fs.rmSync(probe);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(`data folder ${dir} cannot be written: ${why}`);
  }
}

/** Step by step: Node's own recursive mkdir never returns for a folder under /proc. */
function make(dir: string): void {
  if (fs.existsSync(dir)) return;
  const above = path.dirname(dir);
  if (above !== dir) make(above);
  fs.mkdirSync(dir, { mode: 0o700 });
}
