import { useI18n } from 'vue-i18n';

/** For screens that say everything in both languages at once. */
export function useBoth() {
  const { t } = useI18n({ useScope: 'global' });
  return {
    zh: (key: string, named: Record<string, string | number> = {}): string =>
      t(key, named, { locale: 'zh-CN' }),
    en: (key: string, named: Record<string, string | number> = {}): string => t(key, named, { locale: 'en' }),
  };
}
