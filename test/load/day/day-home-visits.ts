import { HALVES, type Half } from '#libs/home-visits/home-visit';
import { HOUR_S, NEXT_DAY, queueId, type DaySize } from './day-config.js';
import { lehmer } from './day-plan.js';
import { atHome, personOf } from './day-person.js';
import { BOOKED, clerkId } from './day-services.js';
import type { DayWorld } from './day-world.js';

const LATER = '2026-03-04';

/** Those who cannot come ask for somebody to come to them: eight in a thousand as many as visitors. */
export function planHomeVisits(day: DayWorld): void {
  const { size, agenda } = day;
  const random = lehmer(size.seed + 2);
  const count = Math.ceil(size.visitors * 0.008 * Math.min(size.dense, 8));
  for (let place = 0; place < count; place++) {
    const at = size.from + 300 + random() * (size.closes - size.from - 1_200);
    agenda.at(at, () => requested(day, place));
  }
}

/** A hall that closes before noon sends nobody in the afternoon. */
const halfOf = ({ closes }: DaySize, place: number): Half =>
  closes > 12 * HOUR_S ? (HALVES[place % 2] ?? 'morning') : 'morning';

async function requested(day: DayWorld, place: number): Promise<void> {
  const { asking, hall, agenda, size } = day;
  const [queue] = BOOKED;
  const reply = await asking.byRest(hall.outside, 'request-home-visit', {
    ...{ queueId: queueId(queue), matterId: 'matter-a', day: place % 3 === 0 ? LATER : NEXT_DAY },
    ...{ half: halfOf(size, place), visitor: atHome(personOf(size.visitors * 3 + place)) },
  });
  if (!reply.ok) return;
  const homeVisitId = String(reply.answer['homeVisitId']);
  agenda.after(600, () => arranged(day, homeVisitId, place));
}

/** One in six is declined; of the others one in five is called off, and one is arranged anew. */
async function arranged(day: DayWorld, homeVisitId: string, place: number): Promise<void> {
  const guide = (name: string, body: object) =>
    day.asking.byRest(day.staffed.guide, name, { homeVisitId, ...body });
  if (place % 6 === 1) return void (await guide('decline-home-visit', { reason: 'outside-area' }));
  const when = { day: NEXT_DAY, half: 'morning', personId: clerkId(place % day.size.counters) };
  await guide('schedule-home-visit', when);
  if (place % 5 === 2) return void (await guide('cancel-home-visit', {}));
  if (place % 5 === 3) await guide('schedule-home-visit', { ...when, day: LATER });
  day.morning.push(async () => void (await guide('finish-home-visit', {})));
}
