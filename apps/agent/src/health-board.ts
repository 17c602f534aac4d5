import type { HealthMessage } from '#libs/contracts/agent';
import type { Source } from './channel.js';

interface Entry {
  /** Of this one change: a device may come back to a state while the earlier word of it is still on its way. */
  key: string;
  message: HealthMessage;
  known: boolean;
}

/** The last known state of each device, and whether the server knows it. */
export class HealthBoard implements Source {
  readonly #entries = new Map<string, Entry>();
  #changes = 0;

  set(message: HealthMessage): void {
    const before = this.#entries.get(message.deviceId)?.message;
    if (before?.state === message.state && before.cause === message.cause) return;
    this.#changes += 1;
    this.#entries.set(message.deviceId, { key: String(this.#changes), message, known: false });
  }

  forget(deviceId: string): void {
    this.#entries.delete(deviceId);
  }

  /** A new connection: the server may know nothing. */
  tellAll(): void {
    for (const entry of this.#entries.values()) entry.known = false;
  }

  pending(): Entry[] {
    return [...this.#entries.values()].filter((entry) => !entry.known);
  }

  settled(key: string): Promise<void> {
    for (const entry of this.#entries.values()) if (entry.key === key) entry.known = true;
    return Promise.resolve();
  }
}
