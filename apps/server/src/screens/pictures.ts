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
import { Paces } from '../state/paces.js';
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

/** Pictures of a hall that are drawn in one go. */
interface Wall {
  hallId: string;
  hung: Map<string, Hung>;
  /** From when it may be drawn again. */
  calmAt: number;
  planned: NodeJS.Timeout | null;
}

/**
 * The boards of a hall are a wall of their own, drawn first: what everybody waits for is not held up by the pages, of which
 * there are many and which take long.
 */
type Walls = readonly [boards: Wall, pages: Wall];

const wall = (hallId: string): Wall => ({ hallId, hung: new Map(), calmAt: 0, planned: null });

/** A burst of commits is drawn at this distance: an eye sees no difference, and the ledger keeps its time. */
const CALM_MS = 20;
/** And drawing takes a fifth of the time at most: in a rush the ledger goes first and pictures come less often. */
const RESTS = 4;

/** Draws what changed after each commit, whole and numbered, for the screens that look. */
@Injectable()
export class Pictures {
  readonly #halls = new Map<string, Walls>();
  #server: Namespace | null = null;
  #minute: Alarm | null = null;
  #number = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly directory: Directory,
    private readonly paces: Paces,
    private readonly clock: Clock,
    feed: Feed,
  ) {
    feed.onHall((hallId, events, state) => {
      for (const wall of this.#halls.get(hallId) ?? []) {
        for (const hung of wall.hung.values()) hung.hear?.(events);
        this.#afterCommit(wall, state);
      }
    });
    clock.watch(() => this.#tellTime());
  }

  sendThrough(server: Namespace): void {
    this.#server = server;
    this.#minute = this.clock.eachMinute(() => this.redraw()); // hours open and close by the minute
  }

  /** A screen begins to look: its first picture is shown at once, before any later one. */
  async hang(picture: Picture, show: (first: SnapshotMessage) => void): Promise<void> {
    const { hung: pictures } = this.#wallOf(picture);
    const hung = pictures.get(picture.room) ?? { ...picture, screens: 0, last: '' };
    pictures.set(picture.room, hung);
    hung.screens++;
    await this.ledger.hall(picture.hallId, (state) => {
      const snapshot = picture.draw(state, this.#viewing());
      if (snapshot) show(this.#message(snapshot));
    });
  }

  take(hallId: string, room: string): void {
    for (const { hung: pictures } of this.#halls.get(hallId) ?? []) {
      const hung = pictures.get(room);
      if (hung && --hung.screens <= 0) pictures.delete(room);
    }
  }

  /** Draws every hall anew: a minute has passed. */
  redraw(): void {
    for (const hallId of this.#halls.keys()) this.redrawHall(hallId);
  }

  /** The clock was moved: every screen gets its picture again, with the new time. */
  #tellTime(): void {
    for (const { hung } of [...this.#halls.values()].flat())
      for (const picture of hung.values()) picture.last = '';
    this.redraw();
  }

  /** Something beside the ledger changed: which screens are connected. */
  redrawHall(hallId: string): void {
    for (const wall of this.#halls.get(hallId) ?? []) this.#plan(wall);
  }

  /** Numbers only rise while this process lives; a new connection counts afresh. */
  #message(snapshot: Snapshot): SnapshotMessage {
    return { number: ++this.#number, at: this.clock.now().toISOString(), snapshot };
  }

  stop(): void {
    this.#minute?.cancel();
    for (const { planned } of [...this.#halls.values()].flat()) if (planned) clearTimeout(planned);
    this.#halls.clear();
  }

  #viewing(): Viewing {
    return { directory: this.directory, paces: this.paces, at: this.clock.now() };
  }

  #wallOf({ hallId, room }: Picture): Wall {
    const walls = this.#halls.get(hallId) ?? ([wall(hallId), wall(hallId)] as const);
    this.#halls.set(hallId, walls);
    const [boards, pages] = walls;
    return room.startsWith('board ') ? boards : pages;
  }

  #afterCommit(wall: Wall, state: HallState): void {
    if (wall.planned) return;
    if (wall.calmAt <= performance.now()) this.#draw(wall, state);
    else this.#plan(wall);
  }

  /** Draws it as soon as it is calm: any number of causes are one drawing. */
  #plan(wall: Wall): void {
    const draw = () =>
      this.ledger.hall(wall.hallId, (state) => this.#draw(wall, state)).catch(() => (wall.planned = null)); // the next commit draws again
    wall.planned ??= setTimeout(() => void draw(), Math.max(0, wall.calmAt - performance.now()));
  }

  #draw(wall: Wall, state: HallState): void {
    if (wall.planned) clearTimeout(wall.planned);
    wall.planned = null;
    const from = performance.now();
    for (const hung of wall.hung.values()) {
      const snapshot = hung.draw(state, this.#viewing());
      if (!snapshot) continue;
      const drawn = JSON.stringify(snapshot);
      if (drawn === hung.last) continue;
      hung.last = drawn;
      this.#server?.to(hung.room).emit('snapshot', this.#message(snapshot));
    }
    const now = performance.now();
    wall.calmAt = now + Math.max(CALM_MS, RESTS * (now - from));
  }
}
