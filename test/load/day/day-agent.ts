import { personOf, said } from './day-person.js';
import type { Visitor } from './day-visitor.js';
import type { DayWorld } from './day-world.js';

/** 代办: one person hands in the cases of these visitors, all of them or none. */
export async function handIn(cases: readonly Visitor[], { asking, staffed, size }: DayWorld): Promise<void> {
  const agent = personOf(size.visitors + (cases[0]?.place ?? 0));
  const reply = await asking.byRest(staffed.guide, 'issue-agent-batch', {
    visitor: said(agent),
    items: cases.map(({ queueId, plan: { person } }) => ({
      ...{ queueId, matterId: 'matter-a', visitor: person && said(person) },
    })),
  });
  const tickets: unknown[] =
    reply.ok && Array.isArray(reply.answer['tickets']) ? reply.answer['tickets'] : [];
  cases.forEach((one, place) => {
    const ticket = tickets[place];
    if (typeof ticket === 'object' && ticket !== null) one.given({ ...ticket }, true);
    else one.leave();
  });
}
