import { createApp } from 'vue';
import '../shared/theme.css';
import { createPageI18n } from '../shared/i18n.js';
import { takeKioskManners } from '../shared/kiosk-manners.js';
import KioskPage from './KioskPage.vue';
import './kiosk.css';
import { wordsEn } from './words-en.js';
import { wordsZh } from './words-zh.js';

takeKioskManners();
createApp(KioskPage)
  .use(createPageI18n({ 'zh-CN': wordsZh, en: wordsEn }))
  .mount('#page');
