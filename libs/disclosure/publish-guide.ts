import { businessDay } from '../calendar/business-day.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { Refusal } from '../refusal.js';
import { standing } from './apply-guides.js';
import type { WithdrawReason } from './guide.js';
import { givenByHall, missingItems } from './public-lists.js';
import { guideOf } from './save-guide.js';

/** Shows a version to the public from a day on. An item of the hall's list that is empty stands in the way (requirements 95 to 97). */
export function publishGuide(
  state: HallState,
  { guideId, version, effectiveFrom }: { guideId: string; version: number; effectiveFrom: string },
  { at }: Asking,
): Decision {
  const guide = guideOf(state, guideId);
  const found = guide.versions.find((one) => one.version === version);
  if (!found) throw new Refusal('guide-unknown');
  const newest = standing(guide).at(-1)?.version ?? 0;
  if (version <= newest) throw new Refusal('guide-version-old', { version: newest });
  if (effectiveFrom < businessDay(at, state.config.timeZone)) throw new Refusal('effective-date-past');
  const given = givenByHall(state.config, guide.matterId);
  const missing = missingItems(state.config.disclosure.list, found.empty, given);
  if (missing.length > 0) throw new Refusal('guide-incomplete', { items: missing.join('、') });
  return { facts: [{ type: 'guide-published', guideId, version, effectiveFrom }], answer: {} };
}

/** Takes a guide back, what is in force and what was to come, at once (requirement 106). */
export function withdrawGuide(
  state: HallState,
  { guideId, reason }: { guideId: string; reason: WithdrawReason },
): Decision {
  const versions = standing(guideOf(state, guideId)).map(({ version }) => version);
  if (versions.length === 0) throw new Refusal('guide-not-published');
  return { facts: [{ type: 'guide-withdrawn', guideId, versions, reason }], answer: {} };
}
