import type { BoardCall } from '#libs/contracts/snapshots';

/** Where the record outlives a reload of the page. */
export interface Keepsake {
  read(): string;
  write(text: string): void;
}

export interface SpokenRecord {
  has(call: BoardCall): boolean;
  add(call: BoardCall, now: Date): void;
}

const nameOf = (call: BoardCall): string => `${call.announcement} ${call.ticketId}`;

/**
 * Which announcements were begun, kept only until they expire: what has expired is not spoken anyway. A line is
 * `<expiry> <announcement> <ticket>`; the ticket's id keeps a new database from being taken for the old one.
 */
export function createSpokenRecord(keepsake: Keepsake): SpokenRecord {
  const expiryOf = new Map(
    keepsake
      .read()
      .split('\n')
      .map((line): [string, number] => [line.slice(line.indexOf(' ') + 1), Number.parseInt(line, 10)]),
  );

  return {
    has: (call) => expiryOf.has(nameOf(call)),
    add(call, now) {
      expiryOf.set(nameOf(call), Date.parse(call.expiresAt));
      for (const [name, expiry] of expiryOf) if (!(expiry > now.getTime())) expiryOf.delete(name);
      keepsake.write([...expiryOf].map(([name, expiry]) => `${expiry} ${name}`).join('\n'));
    },
  };
}

/** A kiosk browser may forbid storage: then a reload within one call's life repeats it, and nothing worse. */
export function browserKeepsake(key: string): Keepsake {
  return {
    read() {
      try {
        return localStorage.getItem(key) ?? '';
      } catch {
        return '';
      }
    },
    write(text) {
      try {
        localStorage.setItem(key, text);
      } catch {
        return;
      }
    },
  };
}
