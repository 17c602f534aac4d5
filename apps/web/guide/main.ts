import { createApp } from 'vue';
import { createPageI18n } from '../shared/i18n.js';
import '../shared/theme.css';
import './guide.css';
import GuidePage from './GuidePage.vue';
import { guideEn } from './words-en.js';
import { guideZh } from './words-zh.js';

createApp(GuidePage)
  .use(createPageI18n({ 'zh-CN': guideZh, en: guideEn }))
  .mount('#app');
