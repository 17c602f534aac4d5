import { watchEffect } from 'vue';
import { createI18n, useI18n } from 'vue-i18n';
import type { CommandReply } from '#libs/contracts/socket';
import { refusalsEn } from './words/refusals-en.js';
import { refusalsZh } from './words/refusals-zh.js';
import { screenEn, screenZh } from './words/screen.js';
import { termsEn } from './words/terms-en.js';
import { termsZh } from './words/terms-zh.js';

export interface Words {
  [key: string]: string | Words;
}

const sharedZh = { refusal: { ...refusalsZh }, screen: screenZh, ...termsZh };
const sharedEn = { refusal: { ...refusalsEn }, screen: screenEn, ...termsEn };

/** The page's own words beside the shared ones; English must have every key that Chinese has. */
export function createPageI18n<W extends Words>(messages: { 'zh-CN': W; en: NoInfer<W> }) {
  const i18n = createI18n({
    legacy: false,
    locale: 'zh-CN',
    fallbackLocale: 'zh-CN',
    messages: {
      'zh-CN': { ...sharedZh, ...messages['zh-CN'] },
      en: { ...sharedEn, ...messages.en },
    },
  });
  watchEffect(() => {
    document.documentElement.lang = i18n.global.locale.value;
  });
  return i18n;
}

export type FailedReply = Extract<CommandReply, { ok: false }>;

/** Why a command did not go through, as one sentence in the page's language. */
export function useFailureSentence(): (reply: FailedReply) => string {
  const { t } = useI18n({ useScope: 'global' });
  return (reply) => {
    if ('refusal' in reply) return t(`refusal.${reply.refusal.code}`, { ...reply.refusal.params });
    if (reply.incident === 'offline') return t('screen.offline');
    return t('screen.accident', { incident: reply.incident });
  };
}
