import { Agenda, type Act } from './agenda.js';
import { Asking } from './asking.js';
import { handIn } from './day-agent.js';
import { book } from './day-booker.js';
import { HOUR_S, type DaySize } from './day-config.js';
import { DayDesk } from './day-desk.js';
import { planEnquiries } from './day-enquiries.js';
import { DayHall, type Staffed } from './day-hall.js';
import { KeypadHands, PageHands } from './day-hands.js';
import { planHomeVisits } from './day-home-visits.js';
import { plansOf } from './day-plan.js';
import { hasKeypad } from './day-services.js';
import { Visitor } from './day-visitor.js';
import type { DayWorld, Guest, Owned } from './day-world.js';

/** Nobody works longer than this, whatever goes wrong. */
const LAST_HOUR = 21;
const DAY_S = 24 * HOUR_S;

/** A day of a hall, from its first visitor to the entry that closes it, and the morning of those it carried over, through the doors that the hall has. */
export class Day implements DayWorld {
  readonly agenda: Agenda;
  readonly asking = new Asking();
  readonly visitors = new Map<string, Guest>();
  readonly darkPads: string[] = [];
  readonly owned: Owned[] = [];
  readonly evening: Act[] = [];
  readonly morning: Act[] = [];
  left = 0;
  /** Simulated seconds, and the real ones they took. */
  playedS = 0;
  tookS = 0;
  #lastHour = LAST_HOUR;
  readonly #desks: DayDesk[];

  private constructor(
    readonly hall: DayHall,
    readonly staffed: Staffed,
    readonly size: DaySize,
  ) {
    this.agenda = new Agenda(hall.server.clock);
    this.#desks = staffed.pads.map((pad, place) => new DayDesk(place, this.#handsAt(place), pad, this));
  }

  static async prepare(size: DaySize): Promise<Day> {
    const hall = await DayHall.open(size);
    return new Day(hall, await hall.staff(size), size);
  }

  get over(): boolean {
    return this.left >= this.size.visitors || this.agenda.now >= this.#lastHour * HOUR_S;
  }

  visitor(ticketId: string): Guest {
    const visitor = this.visitors.get(ticketId);
    if (!visitor) throw new Error(`ticket ${ticketId} was called and belongs to nobody`);
    return visitor;
  }

  /** The day's work; what is decided when it is done; then midnight, the morning of whoever was carried over, and midnight again. */
  async play(): Promise<void> {
    const { size, agenda } = this;
    agenda.moveTo(size.from);
    this.#inviteVisitors();
    planEnquiries(this);
    planHomeVisits(this);
    await this.#work(size.from);
    agenda.moveTo(Math.max(agenda.now, size.closes));
    for (const decide of this.evening) await decide();
    await this.#midnight(1);
    agenda.moveTo(DAY_S + size.from);
    for (const act of this.morning) await act();
    this.#lastHour += 24;
    await this.#work(DAY_S + size.from);
    await this.#midnight(2);
  }

  #inviteVisitors(): void {
    const { size, agenda } = this;
    const visitors = plansOf(size).map((plan, place) => new Visitor(plan, this, place));
    let handed = 0;
    visitors.forEach((visitor, place) => {
      const { arrives, booking, agentOf } = visitor.plan;
      if (place < handed) return;
      const cases = visitors.slice(place, place + agentOf);
      handed = place + agentOf;
      if (agentOf > 0) agenda.at(arrives, () => handIn(cases, this));
      else if (booking) agenda.at(booking.booksAt, () => book(visitor, booking, this));
      else agenda.at(arrives, visitor.takeNumber);
    });
  }

  async #work(from: number): Promise<void> {
    const { agenda } = this;
    for (const { work } of this.#desks) agenda.at(from, work);
    const started = performance.now();
    await agenda.play(() => this.#lookAtBoards());
    this.tookS += (performance.now() - started) / 1000;
    this.playedS += agenda.now - from;
    await this.#lookAtBoards();
  }

  async #midnight(days: number): Promise<void> {
    this.agenda.moveTo(days * DAY_S + 60);
    await this.hall.daysClosed(days);
  }

  #handsAt(place: number): PageHands | KeypadHands {
    const socket = this.staffed.desks[place];
    if (!socket) throw new Error('a pad without a desk');
    const page = new PageHands(socket, this.asking);
    return hasKeypad(place) ? new KeypadHands(place, this.staffed.agent, page, this) : page;
  }

  async #lookAtBoards(): Promise<void> {
    await this.staffed.boards.mustShow(await this.hall.newestCall());
  }
}
