import type { HallState } from '../hall/hall-state.js';
import type { GuideEvent } from './guide-event.js';
import type { Guide, GuideVersion } from './guide.js';

export function applyGuides({ guides }: HallState, fact: GuideEvent): void {
  if (fact.type === 'guide-saved') {
    const { guideId: id, code, matterId, version, empty } = fact;
    const versions = guides.get(id)?.versions ?? [];
    const saved: GuideVersion = { version, empty, effectiveFrom: null, withdrawn: false };
    guides.set(id, { id, code, matterId, versions: [...versions, saved] });
    return;
  }
  const guide = guides.get(fact.guideId);
  if (guide) guides.set(guide.id, { ...guide, versions: guide.versions.map((one) => moved(one, fact)) });
}

function moved(one: GuideVersion, fact: Exclude<GuideEvent, { type: 'guide-saved' }>): GuideVersion {
  if (fact.type === 'guide-withdrawn')
    return fact.versions.includes(one.version) ? { ...one, withdrawn: true } : one;
  if (fact.version !== one.version) return one;
  return { ...one, effectiveFrom: fact.effectiveFrom, withdrawn: false };
}

/** Published, and not taken back. */
export const standing = ({ versions }: Guide): GuideVersion[] =>
  versions.filter(({ effectiveFrom, withdrawn }) => effectiveFrom !== null && !withdrawn);

/** The version the public is shown on a day: the newest of those that have come into effect. */
export const inForceOn = (guide: Guide, day: string): GuideVersion | null =>
  standing(guide)
    .filter(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= day)
    .at(-1) ?? null;
