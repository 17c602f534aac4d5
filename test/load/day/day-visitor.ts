import type { CommandReply } from '#libs/contracts/socket';
import { said } from './day-person.js';
import { stopsOf, type Plan } from './day-plan.js';
import type { DayWorld, Expecting, Guest } from './day-world.js';
import { whileWaiting } from './meanwhile.js';

/** Walks from the guide desk or the waiting area to a counter, in seconds. */
const WAY_S = 20;

/** Somebody who comes to the hall for something, and what is left to do of the plan. */
export class Visitor implements Guest {
  ticketId: string | null = null;
  number = '';
  gone = false;
  comes: Plan['comes'];
  atCounter: Plan['atCounter'];
  waits = false;
  followUrl = '';
  readonly receipt: string;
  /** Queues still to go to; the first one is where the visitor is. */
  #stops: string[];

  constructor(
    readonly plan: Plan,
    private readonly day: DayWorld,
    readonly place: number,
  ) {
    this.#stops = stopsOf(plan);
    this.comes = plan.comes;
    this.atCounter = plan.atCounter;
    this.receipt = `SL-2026-${place}`;
    if (plan.sentHome) day.agenda.at(day.size.closes + 60, () => this.#sentHome());
  }

  get queueId(): string {
    return this.#stops[0] ?? '';
  }

  /** Takes a number; refused ones go home. */
  readonly takeNumber = async (): Promise<void> => {
    const { door, groupId, routeId, person } = this.plan;
    this.#stops = stopsOf(this.plan);
    const body = {
      ...{ queueId: this.queueId, matterId: 'matter-a', routeId, receipt: this.receipt },
      visitor: person && said(person),
    };
    const reply =
      door === 'guide'
        ? await this.day.asking.byRest(this.day.staffed.guide, 'issue', { ...body, groupId })
        : await this.atKiosk('issue', body);
    if (reply.ok) this.given(reply.answer, door === 'guide' && groupId === null);
    else this.leave();
  };

  /** Has a number; `byAge`: staff saw no proof of another group, so the birth date says it. */
  given(answer: Record<string, unknown>, byAge: boolean): void {
    const { person, meanwhile } = this.plan;
    const ticketId = String(answer['ticketId']);
    this.ticketId = ticketId;
    this.number = String(answer['number']);
    this.followUrl = String(answer['followUrl']);
    this.waits = true;
    this.day.visitors.set(ticketId, this);
    if (person) this.day.owned.push({ id: ticketId, person: person.place, born: byAge ? person.born : null });
    if (meanwhile) this.day.agenda.after(meanwhile.after, () => this.#meanwhile());
  }

  leave(): void {
    if (!this.gone) this.day.left++;
    this.gone = true;
  }

  walkOut(): void {
    this.leave();
    if (this.place % 3 === 0) this.day.evening.push(async () => void (await this.#carried()));
    if (this.place % 3 === 1) this.day.evening.push(() => this.#expired());
  }

  /** Stands up, or does not: is the visitor at the counter when it was called so often? */
  standsUp(round: number): boolean {
    this.waits = false;
    return this.comes === 'first' || (this.comes === 'second' && round > 1);
  }

  sentOn(queueId: string | null): void {
    this.atCounter = 'nothing';
    this.waits = true;
    this.movedTo(queueId);
  }

  /** Sent to the next stop of a route by hand, it has gone that step. */
  movedTo(queueId: string | null): void {
    if (queueId !== null) this.#stops = [queueId, ...this.#stops.slice(this.#stops[1] === queueId ? 2 : 1)];
  }

  /** Was set down as missed at this counter: half of those who come back ask the guide, the others the clerk. */
  missedAt(desk: Expecting): void {
    const { comes } = this;
    this.comes = 'first';
    if (comes === 'tomorrow') this.day.evening.push(async () => void (await this.#carried()));
    if (comes === 'never' && this.place % 2 === 0) this.day.evening.push(() => this.#expired());
    if (comes !== 'late') return this.leave();
    const back = 120 + (this.place % 7) * 60;
    if (this.place % 2 === 0) desk.expect(back, 'call-number', this);
    else this.day.agenda.after(back, this.rejoin);
  }

  /** Where the number has lapsed, the visitor takes another. */
  readonly rejoin = async (): Promise<void> => {
    const reply = await this.day.asking.byRest(this.day.staffed.guide, 'rejoin', { ticketId: this.ticketId });
    if (!reply.ok) return this.startAgain();
    this.waits = true;
  };

  startAgain(): void {
    this.day.agenda.after(WAY_S, this.takeNumber);
  }

  /** The visit is over: home, or to the next counter of the route. */
  finished(outcome: string): void {
    this.#stops = outcome === 'supplement-needed' ? [] : this.#stops.slice(1);
    if (this.#stops.length === 0) return this.leave();
    this.waits = true;
  }

  atKiosk(name: string, body: object): Promise<CommandReply> {
    const { kiosks } = this.day.staffed;
    const kiosk = kiosks[this.place % kiosks.length];
    if (!kiosk) throw new Error('no kiosk');
    return this.day.asking.bySocket(kiosk, name, body);
  }

  async #meanwhile(): Promise<void> {
    const { meanwhile } = this.plan;
    if (meanwhile && this.waits) await whileWaiting(this, meanwhile.what, this.day);
  }

  async #sentHome(): Promise<void> {
    if (this.waits && !this.gone && (await this.#carried())) this.leave();
  }

  /** The chief lets the number stand; in the morning most come again. */
  async #carried(): Promise<boolean> {
    const { asking, staffed, morning } = this.day;
    const reply = await asking.byRest(staffed.chief, 'carry-over', { ticketId: this.ticketId });
    if (reply.ok) morning.push(() => this.#comeAgain());
    return reply.ok;
  }

  async #expired(): Promise<void> {
    const { asking, staffed } = this.day;
    await asking.byRest(staffed.chief, 'expire', { ticketId: this.ticketId, reason: 'visitor-left' });
  }

  async #comeAgain(): Promise<void> {
    this.comes = this.place % 4 === 0 ? 'never' : 'first';
    this.waits = true;
    if (this.gone) this.day.left--;
    this.gone = false;
    await Promise.resolve();
  }
}
