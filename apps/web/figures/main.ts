import { createApp } from 'vue';
import { createPageI18n } from '../shared/i18n.js';
import '../shared/theme.css';
import './figures.css';
import FiguresPage from './FiguresPage.vue';
import { figuresEn, figuresZh } from './words.js';

createApp(FiguresPage)
  .use(createPageI18n({ 'zh-CN': figuresZh, en: figuresEn }))
  .mount('#app');
