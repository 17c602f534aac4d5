import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { KioskSnapshot } from '#libs/contracts/snapshots';
import { hallDate } from '../shared/hall-time.js';
import { readOpening, type Opening } from './opening.js';

interface Shown {
  queue: KioskSnapshot['queues'][number];
  timeZone: string;
  now: Date;
}

/** Word joiners: `13:00–17:00` never breaks over a line. */
const keepSpans = (hours: string): string => hours.split('–').join('\u2060–\u2060');

/** A number can be had now. */
export const givesNumbers = ({ open, stopped, soldOut }: Shown['queue']): boolean =>
  open && !stopped && !soldOut;

/** What stands on its card for why it gives none, the most telling first. */
function reason({ stopped, soldOut, hoursToday }: Shown['queue'], next: Opening | null): string {
  if (soldOut) return next?.when === 'today' ? 'queue.periodTaken' : 'queue.dayTaken';
  if (stopped) return 'queue.stopped';
  return hoursToday === '' ? 'queue.closedToday' : 'queue.outsideHours';
}

/** Why a queue gives no numbers now, its hours of today and its next opening, in the page's words; empty when unknown. */
export function useQueueHours(shown: Shown) {
  const { t, locale } = useI18n({ useScope: 'global' });
  const spans = (hours: string): string =>
    keepSpans(locale.value === 'en' ? hours.split('，').join(', ') : hours);
  const next = computed(() =>
    shown.queue.opensAt === null ? null : readOpening(shown.queue.opensAt, shown.now, shown.timeZone),
  );
  const why = computed(() => t(reason(shown.queue, next.value)));
  const hours = computed(() =>
    shown.queue.hoursToday === '' ? '' : t('queue.hours', { hours: spans(shown.queue.hoursToday) }),
  );
  const opening = computed(() => {
    if (next.value === null) return '';
    const { when: on, time } = next.value;
    const date =
      'date' in next.value ? hallDate(next.value.date, 'UTC', locale.value === 'en' ? 'en' : 'zh-CN') : '';
    const when = on === 'later' ? `${date} ${time}` : t(`queue.${on}`, { time });
    return t(shown.queue.open ? 'queue.again' : 'queue.opens', { when });
  });
  return { why, hours, opening };
}
