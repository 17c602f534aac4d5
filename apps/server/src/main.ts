import 'reflect-metadata';
import { BadSettings, readSettings } from './config.js';
import { DatabaseUnavailable } from './database/database-unavailable.js';
import { startServer } from './server.js';

/** What a person at the terminal reads when the start fails: one line, no stack. */
function plainly(cause: unknown): string | null {
  if (cause instanceof BadSettings || cause instanceof DatabaseUnavailable) return cause.message;
  if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')
    return `cannot start: port ${process.env['PORT'] ?? 3000} is in use; set PORT to another one`;
  return null;
}

try {
  const server = await startServer(readSettings(process.env));
  console.log(`tingxu listens on ${server.url}`);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (cause) {
  console.error(plainly(cause) ?? cause);
  process.exit(1);
}
