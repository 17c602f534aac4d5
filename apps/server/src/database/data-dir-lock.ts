import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { DatabaseUnavailable } from './database-unavailable.js';

/**
 * One process per data folder: two embedded engines on one folder silently lose most acknowledged writes.
 * A listening socket is a lock that the operating system drops when the process dies, however it dies.
 */
export async function lockDataDir(dir: string): Promise<() => void> {
  const address = lockAddress(dir);
  if (address.file) await removeStale(address.name);
  const server = net.createServer((connection) => connection.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(dir, error)));
    server.listen({ path: address.name, exclusive: true }, resolve);
  });
  server.unref();
  return () => server.close();
}

function refusal(dir: string, error: NodeJS.ErrnoException): Error {
  return error.code === 'EADDRINUSE'
    ? new DatabaseUnavailable(`data folder ${dir} is in use by another process`)
    : new DatabaseUnavailable(`data folder ${dir} cannot be locked: ${error.message}`);
}

/** Linux has names without a file and Windows has pipes; elsewhere the socket is a file and can be left behind. */
function lockAddress(dir: string): { name: string; file: boolean } {
  const id = createHash('sha256').update(fs.realpathSync(dir)).digest('hex').slice(0, 24);
  if (process.platform === 'linux') return { name: `\0tingxu-${id}`, file: false };
  if (process.platform === 'win32') return { name: `\\\\.\\pipe\\tingxu-${id}`, file: false };
  return { name: path.join(dir, '.lock'), file: true };
}

async function removeStale(file: string): Promise<void> {
  if (!fs.existsSync(file)) return;
  const held = await new Promise<boolean>((resolve) => {
    const probe = net.connect(file, () => {
      probe.destroy();
      resolve(true);
    });
    probe.on('error', () => resolve(false));
  });
  if (!held) fs.rmSync(file, { force: true });
}
