import { createApp } from 'vue';
import { createPageI18n } from '../shared/i18n.js';
import '../shared/theme.css';
import './lab.css';
import LabPage from './LabPage.vue';
import { labEn, labZh } from './words.js';

createApp(LabPage)
  .use(createPageI18n({ 'zh-CN': labZh, en: labEn }))
  .mount('#app');
