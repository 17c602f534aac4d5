import { Agenda } from './agenda.js';
import { Asking } from './asking.js';
import { HOUR_S, type DaySize } from './day-config.js';
import { DayDesk } from './day-desk.js';
import { DayHall, type Staffed } from './day-hall.js';
import { plansOf } from './day-plan.js';
import { Visitor } from './day-visitor.js';
import type { DayWorld, Guest } from './day-world.js';

/** Nobody works longer than this, whatever goes wrong. */
const LAST_HOUR = 21;

/** A day of a hall, from its first visitor to the entry that closes it, through the doors that the hall has. */
export class Day implements DayWorld {
  readonly agenda: Agenda;
  readonly asking = new Asking();
  readonly visitors = new Map<string, Guest>();
  readonly darkPads: string[] = [];
  left = 0;
  /** Simulated seconds, and the real ones they took. */
  playedS = 0;
  tookS = 0;

  private constructor(
    readonly hall: DayHall,
    readonly staffed: Staffed,
    readonly size: DaySize,
  ) {
    this.agenda = new Agenda(hall.server.clock);
  }

  static async prepare(size: DaySize): Promise<Day> {
    const hall = await DayHall.open(size);
    return new Day(hall, await hall.staff(size), size);
  }

  get over(): boolean {
    return this.left >= this.size.visitors || this.agenda.now >= LAST_HOUR * HOUR_S;
  }

  visitor(ticketId: string): Guest {
    const visitor = this.visitors.get(ticketId);
    if (!visitor) throw new Error(`ticket ${ticketId} was called and belongs to nobody`);
    return visitor;
  }

  /** The day's work, then midnight: whoever still holds a number is written down. */
  async play(): Promise<void> {
    const { size, agenda, staffed } = this;
    agenda.moveTo(size.from);
    plansOf(size).forEach((plan, place) => {
      agenda.at(plan.arrives, new Visitor(plan, this, place).takeNumber);
    });
    staffed.desks.forEach((socket, place) => {
      const pad = staffed.pads[place];
      if (pad) agenda.at(size.from, new DayDesk(place, socket, pad, this).work);
    });
    const from = performance.now();
    await agenda.play(() => this.#lookAtBoards());
    this.tookS = (performance.now() - from) / 1000;
    this.playedS = agenda.now - size.from;
    await this.#lookAtBoards();
    agenda.moveTo(24 * HOUR_S + 60);
    if (!(await this.hall.dayClosed())) throw new Error('the day was not closed at midnight');
  }

  async #lookAtBoards(): Promise<void> {
    await this.staffed.boards.mustShow(await this.hall.newestCall());
  }
}
