import { createApp } from 'vue';
import { createPageI18n } from '../shared/i18n.js';
import '../shared/theme.css';
import './rate.css';
import FollowPage from './FollowPage.vue';
import { followEn, followZh } from './words.js';

const i18n = createPageI18n({ 'zh-CN': followZh, en: followEn });
if (!navigator.language.startsWith('zh')) i18n.global.locale.value = 'en';
createApp(FollowPage).use(i18n).mount('#app');
