import { setTimeout as pause } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { z } from 'zod';
import { padSnapshot } from '#libs/contracts/snapshots';
import { snapshotMessage, type SnapshotMessage } from '#libs/contracts/socket';

/** A call as a board showed it. */
export interface Shown {
  board: number;
  announcement: number;
  ticketId: string;
  number: string;
  counterNumber: number;
  round: number;
}

/** How long a picture may take to reach a screen, in ms of real time: far more than it needs. */
const LATE_MS = 5_000;

/** Everything the hall's boards ever showed. */
export class Boards {
  /** Each different row once. */
  readonly shown = new Map<string, Shown>();
  readonly faults: string[] = [];
  pictures = 0;
  readonly #newest: number[];

  constructor(sockets: readonly Socket[]) {
    this.#newest = sockets.map(() => 0);
    sockets.forEach((socket, board) => {
      let last = 0;
      socket.on('snapshot', (message: unknown) => {
        const parsed = snapshotMessage.parse(message);
        if (parsed.number <= last) this.faults.push(`board ${board}: picture ${parsed.number} after ${last}`);
        last = parsed.number;
        this.#see(board, parsed);
      });
    });
  }

  /** Every board must come to show the newest call. */
  async mustShow(announcement: number): Promise<void> {
    const ends = performance.now() + LATE_MS;
    while (this.#newest.some((newest) => newest < announcement) && performance.now() < ends) await pause(5);
    this.#newest.forEach((newest, board) => {
      if (newest !== announcement)
        this.faults.push(`board ${board} shows ${newest}, called was ${announcement}`);
    });
  }

  #see(board: number, { snapshot }: SnapshotMessage): void {
    if (snapshot.kind !== 'board') return;
    this.pictures++;
    for (const { announcement, ticketId, number, counterNumber, round } of snapshot.calls) {
      const row = { board, announcement, ticketId, number, counterNumber, round };
      this.shown.set(JSON.stringify(row), row);
    }
    this.#newest[board] = Math.max(this.#newest[board] ?? 0, snapshot.calls[0]?.announcement ?? 0);
  }
}

/** Of a pad's picture only what its visitor presses: there are many, and most show nothing. */
const padMessage = z.object({ snapshot: padSnapshot.pick({ invitation: true }) });

/** A pad page at a counter, as its visitor sees it. */
export class Pad {
  #invitation: { id: string; ticketNumber: string } | null = null;

  constructor(readonly socket: Socket) {
    socket.on('snapshot', (message: unknown) => {
      this.#invitation = padMessage.parse(message).snapshot.invitation;
    });
  }

  /** The invitation lit for this number; null when the pad does not show it in time. */
  async litFor(number: string): Promise<string | null> {
    const ends = performance.now() + LATE_MS;
    while (this.#invitation?.ticketNumber !== number && performance.now() < ends) await pause(5);
    return this.#invitation?.ticketNumber === number ? this.#invitation.id : null;
  }
}
