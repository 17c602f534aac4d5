import { createApp } from 'vue';
import { createPageI18n } from '../shared/i18n.js';
import '../shared/theme.css';
import CounterPage from './CounterPage.vue';
import { counterEn } from './words-en.js';
import { counterZh } from './words-zh.js';

createApp(CounterPage)
  .use(createPageI18n({ 'zh-CN': counterZh, en: counterEn }))
  .mount('#app');
