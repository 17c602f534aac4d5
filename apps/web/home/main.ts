import { createApp } from 'vue';
import { createPageI18n } from '../shared/i18n.js';
import '../shared/theme.css';
import HomePage from './HomePage.vue';
import { homeEn, homeZh } from './words.js';

createApp(HomePage)
  .use(createPageI18n({ 'zh-CN': homeZh, en: homeEn }))
  .mount('#app');
