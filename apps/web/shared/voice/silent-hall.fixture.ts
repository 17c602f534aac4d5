import type { BoardCall } from '#libs/contracts/snapshots';
import { createAnnouncer, type Announcer } from '../announcer.js';
import type { Keepsake } from './spoken-record.js';

const START = Date.parse('2026-03-02T01:05:00Z');
const LIFE_MS = 60_000;

export const paper = (): Keepsake => {
  let text = '';
  return { read: () => text, write: (next) => (text = next) };
};

/** A hall whose loudspeaker speaks as long as the test lets it, and whose clock the test moves. */
export class SilentHall {
  /** Each reading, with ♪ for the chime before it. */
  readonly heard: string[] = [];
  readonly announced: number[] = [];
  shown: string | null = null;
  overlapped = false;
  private clock = START;
  private end: { resolve(): void; reject(reason: Error): void } | null = null;
  private readonly announcer: Announcer;

  constructor(keepsake: Keepsake = paper()) {
    this.announcer = createAnnouncer({
      keepsake,
      now: () => new Date(this.clock),
      show: (call) => {
        this.shown = call?.number ?? null;
        if (call) this.announced.push(call.announcement);
      },
      play: ({ units, spoken }) => {
        if (this.end) this.overlapped = true;
        const chimed = units[0] === 'chime' && units.lastIndexOf('chime') === 0;
        this.heard.push(`${chimed ? '♪ ' : ''}${/请(.*)号，/.exec(spoken)?.[1] ?? ''}`);
        return new Promise((resolve, reject) => (this.end = { resolve, reject }));
      },
    });
  }

  call(announcement: number, change: Partial<BoardCall> = {}): BoardCall {
    return {
      announcement,
      ticketId: `ticket-${announcement}`,
      number: `A${announcement}`,
      counterNumber: 3,
      at: new Date(this.clock).toISOString(),
      expiresAt: new Date(this.clock + LIFE_MS).toISOString(),
      over: false,
      round: 1,
      ...change,
    };
  }

  hear(...newestFirst: BoardCall[]): void {
    this.announcer.hear(newestFirst);
  }

  pass(seconds: number): void {
    this.clock += seconds * 1_000;
  }

  get speaking(): boolean {
    return this.end !== null;
  }

  /** The reading under way comes to its end, well or badly. */
  async readToEnd(failure?: Error): Promise<void> {
    const ending = this.end;
    this.end = null;
    if (failure) ending?.reject(failure);
    else ending?.resolve();
    await new Promise((turn) => setImmediate(turn));
  }

  async readAll(): Promise<string[]> {
    while (this.speaking) await this.readToEnd();
    return this.heard;
  }
}
