import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { KioskSnapshot } from '#libs/contracts/snapshots';
import { hallDate } from '../shared/hall-time.js';
import { readOpening } from './opening.js';

interface Shown {
  queue: KioskSnapshot['queues'][number];
  timeZone: string;
  now: Date;
}

/** Word joiners: `13:00–17:00` never breaks over a line. */
const keepSpans = (hours: string): string => hours.split('–').join('\u2060–\u2060');

/** Why a queue gives no numbers now, its hours of today and its next opening, in the page's words; empty when unknown. */
export function useQueueHours(shown: Shown) {
  const { t, locale } = useI18n({ useScope: 'global' });
  const spans = (hours: string): string =>
    keepSpans(locale.value === 'en' ? hours.split('，').join(', ') : hours);
  const why = computed(() => t(shown.queue.hoursToday === '' ? 'queue.closedToday' : 'queue.outsideHours'));
  const hours = computed(() =>
    shown.queue.hoursToday === '' ? '' : t('queue.hours', { hours: spans(shown.queue.hoursToday) }),
  );
  const opening = computed(() => {
    if (shown.queue.opensAt === null) return '';
    const next = readOpening(shown.queue.opensAt, shown.now, shown.timeZone);
    const day = next.when === 'later' && hallDate(next.date, 'UTC', locale.value === 'en' ? 'en' : 'zh-CN');
    const when = next.when === 'later' ? `${day} ${next.time}` : t(`queue.${next.when}`, { time: next.time });
    return t('queue.opens', { when });
  });
  return { why, hours, opening };
}
