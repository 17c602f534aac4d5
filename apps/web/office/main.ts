import { createApp } from 'vue';
import { createPageI18n } from '../shared/i18n.js';
import '../shared/theme.css';
import './office.css';
import OfficePage from './OfficePage.vue';
import { officeEn } from './words-en.js';
import { officeZh } from './words-zh.js';

createApp(OfficePage)
  .use(createPageI18n({ 'zh-CN': officeZh, en: officeEn }))
  .mount('#app');
