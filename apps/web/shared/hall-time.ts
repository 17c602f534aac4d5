import { onScopeDispose, shallowRef, watchSyncEffect, type ShallowRef } from 'vue';

export type Locale = 'zh-CN' | 'en';

const DATE: Readonly<Record<Locale, { locale: string; options: Intl.DateTimeFormatOptions }>> = {
  'zh-CN': { locale: 'zh-CN', options: { month: 'long', day: 'numeric', weekday: 'long' } },
  en: { locale: 'en-GB', options: { weekday: 'long', day: 'numeric', month: 'long' } },
};

/** Making a formatter costs more than using it a thousand times: one per zone and kind is kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const kept = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formatters.set(key, kept);
  return kept;
}

const instant = (at: Date | string): Date => (typeof at === 'string' ? new Date(at) : at);

/** `09:05` on the hall's wall. */
export function hallTime(at: Date | string, timeZone: string): string {
  return formatter('en-GB', timeZone, { hour: '2-digit', minute: '2-digit' }).format(instant(at));
}

/** `3月2日星期一`, `Monday, 2 March`. */
export function hallDate(at: Date | string, timeZone: string, locale: Locale = 'zh-CN'): string {
  const date = DATE[locale];
  return formatter(date.locale, timeZone, date.options).format(instant(at));
}

/** `2026-03-02`: the hall's day. */
export function hallDay(at: Date | string, timeZone: string): string {
  return formatter('sv-SE', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant(at),
  );
}

/** The server's time, each second and whenever the server says it anew, for as long as the component lives. */
export function useNow(uplink: { now(): Date }): ShallowRef<Date> {
  const now = shallowRef(uplink.now());
  const look = (): void => {
    now.value = uplink.now();
  };
  const tick = window.setInterval(look, 1_000);
  watchSyncEffect(look);
  onScopeDispose(() => window.clearInterval(tick));
  return now;
}
