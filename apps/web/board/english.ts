import { useI18n } from 'vue-i18n';

/** A board says everything in both languages at once: the same words in English. */
export function useEnglish(): (key: string, named?: Record<string, string | number>) => string {
  const { t } = useI18n({ useScope: 'global' });
  return (key, named = {}) => t(key, named, { locale: 'en' });
}
