import type { CommandReply } from '#libs/contracts/socket';
import { counterId, GROUPS, queueId, ROUTES } from './day-config.js';
import type { Meanwhile, Plan } from './day-plan.js';
import type { DayWorld, Expecting, Guest } from './day-world.js';

/** Walks from the guide desk or the waiting area to a counter, in seconds. */
const WAY_S = 20;

/** Somebody who comes to the hall for something, and what is left to do of the plan. */
export class Visitor implements Guest {
  ticketId: string | null = null;
  number = '';
  gone = false;
  legsLeft: number;
  comes: Plan['comes'];
  atCounter: Plan['atCounter'];
  #followUrl = '';
  #waits = false;

  constructor(
    readonly plan: Plan,
    private readonly day: DayWorld,
    private readonly place: number,
  ) {
    this.legsLeft = plan.routeId === null ? 1 : (ROUTES[plan.routeId]?.length ?? 1);
    this.comes = plan.comes;
    this.atCounter = plan.atCounter;
  }

  /** Takes a number; refused ones go home. */
  readonly takeNumber = async (): Promise<void> => {
    const { prefix, door, groupId, routeId, meanwhile } = this.plan;
    const body = { queueId: queueId(prefix), matterId: 'matter-a', routeId };
    const reply =
      door === 'guide'
        ? await this.day.asking.byRest(this.day.staffed.guide, 'issue', { ...body, groupId })
        : await this.day.asking.bySocket(this.#kiosk(), 'issue', body);
    if (!reply.ok) return this.leave();
    this.ticketId = String(reply.answer['ticketId']);
    this.number = String(reply.answer['number']);
    this.#followUrl = String(reply.answer['followUrl']);
    this.#waits = true;
    this.day.visitors.set(this.ticketId, this);
    if (meanwhile) this.day.agenda.after(meanwhile.after, () => this.#meanwhile(meanwhile.what));
  };

  leave(): void {
    if (!this.gone) this.day.left++;
    this.gone = true;
  }

  /** Stands up, or does not: is the visitor at the counter when it was called so often? */
  standsUp(round: number): boolean {
    this.#waits = false;
    return this.comes === 'first' || (this.comes === 'second' && round > 1);
  }

  sentOn(): void {
    this.atCounter = 'nothing';
    this.#waits = true;
  }

  /** Was set down as missed at this counter: half of those who come back ask the guide, the others the clerk. */
  missedAt(desk: Expecting): void {
    const returns = this.comes === 'late';
    this.comes = 'first';
    if (!returns) return this.leave();
    const back = 120 + (this.place % 7) * 60;
    if (this.place % 2 === 0) desk.expect(back, 'call-number', this);
    else this.day.agenda.after(back, this.rejoin);
  }

  /** Where the number has lapsed, the visitor takes another. */
  readonly rejoin = async (): Promise<void> => {
    const reply = await this.day.asking.byRest(this.day.staffed.guide, 'rejoin', { ticketId: this.ticketId });
    if (!reply.ok) return this.startAgain();
    this.#waits = true;
  };

  startAgain(): void {
    this.day.agenda.after(WAY_S, this.takeNumber);
  }

  /** The visit is over: home, or to the next counter of the route. */
  finished(): void {
    this.legsLeft = this.plan.outcome === 'supplement-needed' ? 0 : this.legsLeft - 1;
    if (this.legsLeft <= 0) return this.leave();
    this.#waits = true;
  }

  #kiosk() {
    const { kiosks } = this.day.staffed;
    const kiosk = kiosks[this.place % kiosks.length];
    if (!kiosk) throw new Error('no kiosk');
    return kiosk;
  }

  async #meanwhile(what: Meanwhile): Promise<void> {
    if (!this.#waits) return;
    const reply = await this.#act(what);
    if (reply.ok && what.startsWith('cancelled')) this.leave();
  }

  async #act(what: Meanwhile): Promise<CommandReply> {
    const { ticketId } = this;
    const { asking, staffed, size } = this.day;
    const { guide, chief } = staffed;
    switch (what) {
      case 'marked':
        return asking.byRest(guide, 'mark-group', { ticketId, groupId: GROUPS[this.place % GROUPS.length] });
      case 'helped':
        return asking.byRest(guide, 'assign-helper', { ticketId, personId: 'person-guide' });
      case 'expedited':
        return asking.byRest(chief, 'expedite', { ticketId, reason: 'emergency' });
      case 'moved': {
        const to =
          this.place % 2 === 0
            ? { kind: 'queue', queueId: queueId(size.prefixes[this.place % size.prefixes.length] ?? 'A') }
            : { kind: 'counter', counterId: counterId(this.place % size.counters) };
        return asking.byRest(guide, 'transfer', { ticketId, to, reason: 'wrong-choice' });
      }
      case 'cancelled-at-desk':
        return asking.byRest(guide, 'cancel', { ticketId, reason: 'visitor-left' });
      case 'cancelled-by-phone':
        return this.#cancelByPhone();
    }
  }

  async #cancelByPhone(): Promise<CommandReply> {
    const phone = await this.day.hall.phone(this.#followUrl);
    const body = { ticketId: this.ticketId, reason: 'by-visitor' };
    const reply = await this.day.asking.bySocket(phone, 'cancel', body);
    phone.close();
    return reply;
  }
}
