import fs from 'node:fs';
import path from 'node:path';
import { openPty, type PtyWire } from './pty-wire.js';
import { Watched } from './watched.js';

/** A serial port of the kernel with a device behind it: what the host writes is told, and what is sent it reads. */
export class PtyCable extends Watched {
  /** Under /dev, where a configuration wants the name of a device. */
  readonly #dir = fs.mkdtempSync('/dev/shm/tingxu-pty-');
  readonly path = path.join(this.#dir, 'port');
  #wire: PtyWire | null = null;

  constructor(private readonly onBytes: (chunk: Uint8Array) => void) {
    super();
  }

  async plug(): Promise<void> {
    const bytes = (chunk: Uint8Array): void => {
      this.onBytes(chunk);
      this.changed();
    };
    if (this.#wire) await this.#wire.plug();
    else this.#wire = await openPty({ path: this.path, bytes });
  }

  send(bytes: Uint8Array): void {
    this.#wire?.send(bytes);
  }

  async unplug(): Promise<void> {
    await this.#wire?.unplug();
  }

  async close(): Promise<void> {
    await this.unplug();
    fs.rmSync(this.#dir, { recursive: true });
  }
}
