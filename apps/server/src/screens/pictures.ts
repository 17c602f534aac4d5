import { Injectable } from '@nestjs/common';
import type { Namespace } from 'socket.io';
import type { Snapshot } from '#libs/contracts/snapshots';
import type { SnapshotMessage } from '#libs/contracts/socket';
import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import { Clock, type Alarm } from '../clock.js';
import { Feed } from '../ledger/feed.js';
import { Ledger } from '../ledger/ledger.js';
import { Directory } from '../state/directory.js';
import type { Viewing } from './hall-head.js';

/** One picture that one or many screens show: drawn once, sent to all of them. */
export interface Picture {
  /** The socket.io room of its screens. */
  room: string;
  hallId: string;
  draw(state: HallState, viewing: Viewing): Snapshot | null;
  /** What the state will not tell any more when it is drawn, e.g. how a ticket ended. */
  hear?(events: readonly HallEvent[]): void;
}

interface Hung extends Picture {
  screens: number;
  /** What was sent last: nothing is sent while nothing changes. */
  last: string;
}

/** A burst of commits is drawn at this distance: an eye sees no difference, and the ledger keeps its time. */
const CALM_MS = 20;
/** And drawing takes a fifth of the time at most: in a rush the ledger goes first and pictures come less often. */
const RESTS = 4;

/** Draws what changed after each commit, whole and numbered, for the screens that look. */
@Injectable()
export class Pictures {
  readonly #hung = new Map<string, Map<string, Hung>>();
  /** From when each hall may be drawn again. */
  readonly #calmAt = new Map<string, number>();
  readonly #planned = new Map<string, NodeJS.Timeout>();
  #server: Namespace | null = null;
  #minute: Alarm | null = null;
  #number = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly directory: Directory,
    private readonly clock: Clock,
    feed: Feed,
  ) {
    feed.onHall((hallId, events, state) => {
      for (const hung of this.#hung.get(hallId)?.values() ?? []) hung.hear?.(events);
      this.#afterCommit(hallId, state);
    });
    clock.watch(() => this.#tellTime());
  }

  sendThrough(server: Namespace): void {
    this.#server = server;
    this.#minute = this.clock.eachMinute(() => this.redraw()); // hours open and close by the minute
  }

  /** A screen begins to look. Resolves with its first picture, or null where there is none to see. */
  async hang(picture: Picture): Promise<SnapshotMessage | null> {
    const hall = this.#hung.get(picture.hallId) ?? new Map<string, Hung>();
    this.#hung.set(picture.hallId, hall);
    const hung = hall.get(picture.room) ?? { ...picture, screens: 0, last: '' };
    hall.set(picture.room, hung);
    hung.screens++;
    return this.ledger.hall(picture.hallId, (state) => {
      const snapshot = picture.draw(state, this.#viewing());
      return snapshot && this.#message(snapshot);
    });
  }

  take(hallId: string, room: string): void {
    const hall = this.#hung.get(hallId);
    const hung = hall?.get(room);
    if (!hung || --hung.screens > 0) return;
    hall?.delete(room);
  }

  /** Draws every hall anew: a minute has passed. */
  redraw(): void {
    for (const hallId of this.#hung.keys()) this.redrawHall(hallId);
  }

  /** The clock was moved: every screen gets its picture again, with the new time. */
  #tellTime(): void {
    for (const hall of this.#hung.values()) for (const hung of hall.values()) hung.last = '';
    this.redraw();
  }

  /** Something beside the ledger changed: which screens are connected. */
  redrawHall(hallId: string): void {
    this.ledger.hall(hallId, (state) => this.#draw(hallId, state)).catch(() => this.#planned.delete(hallId)); // the next commit draws again
  }

  /** Numbers only rise while this process lives; a new connection counts afresh. */
  #message(snapshot: Snapshot): SnapshotMessage {
    return { number: ++this.#number, at: this.clock.now().toISOString(), snapshot };
  }

  stop(): void {
    this.#minute?.cancel();
    for (const timer of this.#planned.values()) clearTimeout(timer);
    this.#hung.clear();
  }

  #viewing(): Viewing {
    return { directory: this.directory, at: this.clock.now() };
  }

  #afterCommit(hallId: string, state: HallState): void {
    if (this.#planned.has(hallId)) return;
    const left = (this.#calmAt.get(hallId) ?? 0) - performance.now();
    if (left <= 0) return this.#draw(hallId, state);
    this.#planned.set(
      hallId,
      setTimeout(() => this.redrawHall(hallId), left),
    );
  }

  #draw(hallId: string, state: HallState): void {
    clearTimeout(this.#planned.get(hallId));
    this.#planned.delete(hallId);
    const from = performance.now();
    for (const hung of this.#hung.get(hallId)?.values() ?? []) {
      const snapshot = hung.draw(state, this.#viewing());
      if (!snapshot) continue;
      const drawn = JSON.stringify(snapshot);
      if (drawn === hung.last) continue;
      hung.last = drawn;
      this.#server?.to(hung.room).emit('snapshot', this.#message(snapshot));
    }
    const now = performance.now();
    this.#calmAt.set(hallId, now + Math.max(CALM_MS, RESTS * (now - from)));
  }
}
