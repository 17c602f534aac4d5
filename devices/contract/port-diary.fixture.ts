import type { PortListener } from './port.js';
import { Watched } from './watched.js';

/** What a port tells, as it is told. */
export class PortDiary extends Watched implements PortListener {
  heard = '';
  cause: string | null = null;

  bytes(chunk: Uint8Array): void {
    this.heard += Buffer.from(chunk).toString('latin1');
    this.changed();
  }

  closed(cause: string): void {
    this.cause = cause;
    this.changed();
  }
}
