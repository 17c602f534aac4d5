import { ENQUIRY_CHANNELS, ENQUIRY_OUTCOMES } from '#libs/enquiries/enquiry';
import type { CommandReply } from '#libs/contracts/socket';
import { drawn, lehmer } from './day-plan.js';
import { atHome, personOf, said } from './day-person.js';
import { clerkId, DEPARTMENT } from './day-services.js';
import type { DayWorld } from './day-world.js';

type Ask = (name: string, body: object) => Promise<CommandReply>;
type Way = 'at-once' | 'colleague' | 'department' | 'open';

/** Three in a hundred as many questions as visitors: at a counter, at the guide desk, by telephone and online. */
export function planEnquiries(day: DayWorld): void {
  const { size, agenda } = day;
  const random = lehmer(size.seed + 1);
  const count = Math.ceil(size.visitors * 0.03 * Math.min(size.dense, 4));
  for (let place = 0; place < count; place++) {
    const at = size.from + 300 + random() * (size.closes - size.from - 600);
    const way = drawn<Way>(random, 'at-once', [
      ['colleague', 0.28],
      ['department', 0.14],
      ['open', 0.08],
    ]);
    agenda.at(at, () => new Question(day, place, way).asked());
  }
}

/** One question, from the first who hears it to its end. */
class Question {
  readonly #owner: Ask;
  readonly #colleague: number;
  #enquiryId = '';

  constructor(
    private readonly day: DayWorld,
    private readonly place: number,
    private readonly way: Way,
  ) {
    const { counters } = day.size;
    this.#colleague = (place * 7 + 1) % counters;
    this.#owner = place % 3 === 0 ? this.#guide() : this.#clerk((place * 7) % counters);
  }

  async asked(): Promise<void> {
    const { day, place, way } = this;
    const person = personOf(day.size.visitors * 2 + place);
    const reply = await this.#owner('log-enquiry', {
      ...{ channel: ENQUIRY_CHANNELS[place % ENQUIRY_CHANNELS.length], matterId: 'matter-a' },
      question: `${person.name}（${person.phone}）问：换证要带什么材料，寄到${atHome(person).address}行不行`,
      visitor: place % 2 === 0 ? said(person) : null,
    });
    this.#enquiryId = String(reply.ok && reply.answer['enquiryId']);
    if (way === 'at-once') return this.#after(120, () => this.#answered());
    if (way !== 'open') this.#after(180, () => this.#handedOver());
  }

  #guide(): Ask {
    return (name, body) => this.day.asking.byRest(this.day.staffed.guide, name, body);
  }

  #clerk(place: number): Ask {
    const socket = this.day.staffed.desks[place];
    if (!socket) throw new Error('no such clerk');
    return (name, body) => this.day.asking.bySocket(socket, name, body);
  }

  #after(seconds: number, act: () => Promise<void>): void {
    this.day.agenda.after(seconds, act);
  }

  /** Every second colleague takes longer than was said. */
  async #handedOver(): Promise<void> {
    const { place, way } = this;
    const to =
      way === 'department'
        ? { kind: 'department', departmentId: DEPARTMENT }
        : { kind: 'person', personId: clerkId(this.#colleague) };
    await this.#owner('hand-over-enquiry', {
      ...{ enquiryId: this.#enquiryId, to, warm: place % 2 === 0, replyMinutes: 15 },
    });
    if (way === 'department') this.#after(900, () => this.#answered());
    else this.#after(place % 2 === 0 ? 1_200 : 600, () => this.#replied());
  }

  async #replied(): Promise<void> {
    const { place } = this;
    const words = `请${personOf(this.day.size.visitors * 2 + place).name}带旧证`;
    await this.#clerk(this.#colleague)('reply-enquiry', { enquiryId: this.#enquiryId, words });
    this.#after(300, () => this.#answered());
  }

  async #answered(): Promise<void> {
    const outcome = ENQUIRY_OUTCOMES[this.place % ENQUIRY_OUTCOMES.length];
    await this.#owner('answer-enquiry', {
      ...{ enquiryId: this.#enquiryId, outcome },
      departmentId: outcome === 'redirected' ? DEPARTMENT : null,
    });
  }
}
