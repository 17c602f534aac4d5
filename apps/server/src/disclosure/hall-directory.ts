import type { HallDirectory, PublicGuide } from '#libs/contracts/guides';
import { LIFE_EVENTS, type GuideDocument } from '#libs/disclosure/guide';
import type { Counter } from '#libs/hall/config';
import type { HallState } from '#libs/hall/hall-state';
import { waitingCount } from '#libs/queueing/line';

const told = ({ id, number, post, postEn, zoneId }: Counter) => ({ id, number, post, postEn, zoneId });

/** The hall as a visitor looks for his way in it (requirements 29 to 31). */
export function directoryOf(
  state: HallState,
  shown: readonly GuideDocument[],
): Omit<HallDirectory, 'at' | 'address'> {
  const { config } = state;
  const { name, nameEn, timeZone, complaintPhone, guideDesk, guideDeskEn } = config;
  return {
    ...{ name, nameEn, timeZone, complaintPhone, guideDesk, guideDeskEn, list: config.disclosure.list },
    zones: config.zones.map((zone) => ({
      ...{ id: zone.id, name: zone.name, nameEn: zone.nameEn },
      counters: config.counters.filter(({ zoneId }) => zoneId === zone.id).map(told),
    })),
    queues: config.queues.map(({ id, hours, ...queue }) => ({
      ...{ id, name: queue.name, nameEn: queue.nameEn, waiting: waitingCount(state, id), hours },
    })),
    departments: config.enquiries.departments,
    authorities: countedBy(shown),
    events: LIFE_EVENTS.flatMap((event) => {
      const guides = shown.filter(({ events }) => events.includes(event)).length;
      return guides > 0 ? [{ event, guides }] : [];
    }),
  };
}

function countedBy(shown: readonly GuideDocument[]): HallDirectory['authorities'] {
  const counts = new Map<string, number>();
  for (const { authority } of shown)
    if (authority !== '') counts.set(authority, (counts.get(authority) ?? 0) + 1);
  return [...counts].map(([name, guides]) => ({ name, guides })).sort((a, b) => b.guides - a.guides);
}

/** Where a matter is taken in this hall. */
export function placesOf(
  { config }: HallState,
  matterId: string | null,
): Pick<PublicGuide, 'counters' | 'queueIds'> {
  const queues = config.queues.filter(({ matterIds }) => matterId !== null && matterIds.includes(matterId));
  const queueIds = queues.map(({ id }) => id);
  const serving = config.counters.filter((counter) => counter.queueIds.some((id) => queueIds.includes(id)));
  return { queueIds, counters: serving.map(told) };
}
