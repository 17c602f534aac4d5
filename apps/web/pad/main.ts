import { createApp } from 'vue';
import '../shared/theme.css';
import { createPageI18n } from '../shared/i18n.js';
import { takeKioskManners } from '../shared/kiosk-manners.js';
import './pad.css';
import PadPage from './PadPage.vue';
import { wordsEn, wordsZh } from './words.js';

takeKioskManners();
createApp(PadPage)
  .use(createPageI18n({ 'zh-CN': wordsZh, en: wordsEn }))
  .mount('#page');
