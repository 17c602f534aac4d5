import { businessDay } from '../calendar/business-day.js';
import { workingDaysAfter, workingDaysBetween } from '../calendar/working-days.js';
import type { HallConfig } from '../hall/config.js';
import type { PublicationDocument } from './document.js';
import { isOpen, type Publication } from './publication.js';

type Rules = Pick<HallConfig, 'calendar' | 'publications' | 'timeZone'>;

/** Requirement 103: the last day on which a decision is published in time; null where no time runs. */
export function publishBy({ calendar, publications }: Rules, document: PublicationDocument): string | null {
  if (document.kind !== 'licence-decision' || document.decidedOn === '') return null;
  return workingDaysAfter(calendar, document.decidedOn, publications.publishWorkingDays);
}

export const URGENCIES = ['none', 'soon', 'overdue'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** How pressing a publication is that is still on its way. */
export function urgencyOf(
  rules: Rules,
  publication: Pick<Publication, 'state' | 'document'>,
  at: Date,
): Urgency {
  const by = publication.document && publishBy(rules, publication.document);
  if (by === null || !isOpen(publication)) return 'none';
  const today = businessDay(at, rules.timeZone);
  if (today > by) return 'overdue';
  const left = workingDaysBetween(rules.calendar, today, by);
  return left <= rules.publications.warnWorkingDays ? 'soon' : 'none';
}
