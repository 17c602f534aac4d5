import { BadSettings } from './config.js';
import { DatabaseUnavailable } from './database/database-unavailable.js';

/** What a person at the terminal reads when a start fails: one line, no stack. Null for what nobody foresaw. */
export function plainFailure(cause: unknown): string | null {
  if (cause instanceof BadSettings || cause instanceof DatabaseUnavailable) return cause.message;
  if (!(cause instanceof Error) || !('code' in cause)) return null;
  const { code } = cause;
  const port = 'port' in cause ? cause.port : '';
  if (code === 'EADDRINUSE')
    return `cannot start: port ${port} is in use; stop what listens there, or choose another (PORT)`;
  if (code === 'EACCES') return `cannot start: no permission (${cause.message})`;
  if (code === 'EADDRNOTAVAIL') return `cannot start: HOST is not an address of this machine`;
  return null;
}
