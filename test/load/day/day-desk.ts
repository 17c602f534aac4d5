import type { CommandReply } from '#libs/contracts/socket';
import { PROXY_PAPERS } from '#libs/collections/collection';
import { calledBy } from '../../support/counter-desk.js';
import { breaksOf, counterId, queueId } from './day-config.js';
import type { Hands } from './day-hands.js';
import { said } from './day-person.js';
import type { Pad } from './day-screens.js';
import { PICK_UP } from './day-services.js';
import type { DayWorld, Expecting, Guest } from './day-world.js';

/** Times of a clerk's hand, in seconds. A call may be repeated once it was heard and five seconds more. */
const TIME_S = { way: 20, again: 20, rest: 10, idle: 30, pad: 10, aside: 240 };

const SIGNATURE = `data:image/png;base64,${Buffer.from('a hand').toString('base64')}`;

interface Errand {
  what: 'resume' | 'call-number';
  visitor: Guest;
}

/** A counter with its clerk, who works until nobody in the hall wants anything any more. */
export class DayDesk implements Expecting {
  readonly #errands: Errand[] = [];
  readonly #breaks: ReturnType<typeof breaksOf>;

  constructor(
    private readonly place: number,
    private readonly hands: Hands,
    private readonly pad: Pad,
    private readonly day: DayWorld,
  ) {
    this.#breaks = breaksOf(place, day.size);
  }

  /** Somebody will stand here again after these seconds, and is served before the next one is called. */
  expect(seconds: number, what: Errand['what'], visitor: Guest): void {
    this.day.agenda.after(seconds, async () => void this.#errands.push({ what, visitor }));
  }

  /** Free: goes to eat, serves who stands here, or calls the next one. */
  readonly work = async (): Promise<void> => {
    if (this.day.over) return;
    const due = this.#dueBreak();
    if (due) return this.#pause(due);
    const errand = this.#errands.shift();
    if (errand) return this.#run(errand);
    const reply = await this.#ask('next', { seen: null, confirmed: true });
    this.#goOn(calledBy(reply));
  };

  #ask(name: string, body: object): Promise<CommandReply> {
    return this.hands.ask(name, { ...body });
  }

  #later(seconds: number, act: () => Promise<void>): void {
    this.day.agenda.after(seconds, act);
  }

  #goOn(called: string | null): void {
    if (called === null) this.#later(TIME_S.idle, this.work);
    else this.#later(TIME_S.way, () => this.#greet(called, 1));
  }

  #dueBreak() {
    const { now } = this.day.agenda;
    return this.#breaks.find(({ from, to }) => from <= now && now < to);
  }

  async #pause({ to, reason }: { to: number; reason: string }): Promise<void> {
    await this.#ask('pause', { reason });
    this.day.agenda.at(to, async () => {
      await this.#ask('reopen', {});
      this.#later(TIME_S.rest, this.work);
    });
  }

  async #run({ what, visitor }: Errand): Promise<void> {
    const { ticketId, number } = visitor;
    const reply = await this.#ask(what, what === 'resume' ? { ticketId } : { number });
    if (reply.ok && ticketId !== null) return this.#later(TIME_S.way, () => this.#greet(ticketId, 1));
    if (what === 'call-number') visitor.startAgain();
    this.#later(TIME_S.rest, this.work);
  }

  async #greet(ticketId: string, round: number): Promise<void> {
    const visitor = this.day.visitor(ticketId);
    if (visitor.standsUp(round)) return this.#begin(visitor, ticketId);
    const reply = await this.#ask(round === 1 ? 'recall' : 'miss', { ticketId });
    if (!reply.ok) return this.#later(TIME_S.rest, this.work);
    if (round === 1) return this.#later(TIME_S.again, () => this.#greet(ticketId, 2));
    visitor.missedAt(this);
    this.#later(TIME_S.rest, this.work);
  }

  async #begin(visitor: Guest, ticketId: string): Promise<void> {
    const begun = !this.hands.page || (await this.#ask('begin', { ticketId })).ok;
    if (!begun) return this.#later(TIME_S.rest, this.work); // cancelled on its way
    this.#later(visitor.plan.serviceS, () => this.#serve(visitor, ticketId));
  }

  async #serve(visitor: Guest, ticketId: string): Promise<void> {
    switch (visitor.atCounter) {
      case 'parks':
      case 'leaves':
        return this.#park(visitor, ticketId);
      case 'to-queue':
      case 'to-counter':
        return this.#sendOn(visitor, ticketId, visitor.atCounter);
      case 'nothing':
        return this.#finish(visitor, ticketId);
    }
  }

  async #park(visitor: Guest, ticketId: string): Promise<void> {
    await this.#ask('park', { ticketId, reason: 'fetching-papers' });
    if (visitor.atCounter === 'leaves') visitor.walkOut();
    else this.expect(TIME_S.aside, 'resume', visitor);
    visitor.atCounter = 'nothing';
    this.#later(TIME_S.rest, this.work);
  }

  async #sendOn(visitor: Guest, ticketId: string, where: 'to-queue' | 'to-counter'): Promise<void> {
    const { prefixes, counters } = this.day.size;
    const queue = queueId(prefixes[(this.place + 2) % prefixes.length] ?? 'A');
    const to =
      where === 'to-queue'
        ? { kind: 'queue', queueId: queue }
        : { kind: 'counter', counterId: counterId((this.place + 1) % counters) };
    visitor.sentOn(where === 'to-queue' ? queue : null);
    await this.#ask('transfer', { ticketId, to, reason: 'other-counter' });
    this.#later(TIME_S.rest, this.work);
  }

  async #finish(visitor: Guest, ticketId: string): Promise<void> {
    const outcome = this.#outcomeOf(visitor);
    if (outcome === 'collected') await this.#sign(visitor, ticketId);
    const closing = { outcome, matterIds: ['matter-a'], confirmed: true };
    visitor.finished(outcome);
    this.#later(TIME_S.pad, () => this.#press(visitor));
    if (visitor.plan.withNext && this.hands.page && this.#errands.length === 0 && !this.#dueBreak()) {
      const reply = await this.#ask('next', { seen: ticketId, ...closing });
      return this.#goOn(calledBy(reply));
    }
    await this.#ask('finish', { ticketId, ...closing });
    this.#later(TIME_S.rest, this.work);
  }

  /** A key ends a visit as its queue's visits usually end. */
  #outcomeOf({ plan, queueId: queue }: Guest): string {
    const usual = queue === queueId(PICK_UP) ? 'collected' : 'completed';
    return this.hands.page && plan.outcome !== 'completed' ? plan.outcome : usual;
  }

  /** By the visitor, or by somebody he sent with the papers. */
  async #sign({ plan, receipt }: Guest, ticketId: string): Promise<void> {
    const proxy = plan.level < 5;
    await this.#ask('record-collection', {
      ...{ ticketId, receipt, by: proxy ? 'proxy' : 'self', signature: SIGNATURE },
      papers: proxy ? PROXY_PAPERS : [],
      visitor: plan.person && said(plan.person),
    });
  }

  /** What the visitor presses; on a route only the last visit is asked about. */
  async #press(visitor: Guest): Promise<void> {
    const { pad, level } = visitor.plan;
    if (pad === 'nothing' || !visitor.gone) return;
    const invitationId = await this.pad.litFor(visitor.number);
    if (invitationId === null) return void this.day.darkPads.push(`${visitor.number} at ${this.place + 1}`);
    const { asking } = this.day;
    if (pad === 'declines') return void (await asking.bySocket(this.pad.socket, 'decline', { invitationId }));
    await asking.bySocket(this.pad.socket, 'rate', { invitationId, level });
    if (pad === 'explains')
      await asking.bySocket(this.pad.socket, 'explain', { invitationId, tags: [], words: '谢谢' });
  }
}
