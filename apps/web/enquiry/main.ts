import { createApp } from 'vue';
import { createPageI18n } from '../shared/i18n.js';
import '../shared/theme.css';
import './enquiry.css';
import EnquiryPage from './EnquiryPage.vue';
import { enquiryEn } from './words-en.js';
import { enquiryZh } from './words-zh.js';

createApp(EnquiryPage)
  .use(createPageI18n({ 'zh-CN': enquiryZh, en: enquiryEn }))
  .mount('#app');
