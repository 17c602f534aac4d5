import { createApp } from 'vue';
import { createPageI18n } from '../shared/i18n.js';
import { takeKioskManners } from '../shared/kiosk-manners.js';
import '../shared/theme.css';
import './board.css';
import BoardPage from './BoardPage.vue';
import { boardEn, boardZh } from './words.js';

takeKioskManners();
createApp(BoardPage)
  .use(createPageI18n({ 'zh-CN': boardZh, en: boardEn }))
  .mount('#app');
