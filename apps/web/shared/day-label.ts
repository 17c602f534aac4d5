import { hallDate, type Locale } from './hall-time.js';

/** `3月2日星期一` of a `2026-03-02`: a day has no zone. */
export const dayLabel = (day: string, locale: string): string => {
  const language: Locale = locale === 'en' ? 'en' : 'zh-CN';
  return hallDate(`${day}T12:00:00Z`, 'UTC', language);
};
