import { createApp } from 'vue';
import { createPageI18n } from '../shared/i18n.js';
import { takeKioskManners } from '../shared/kiosk-manners.js';
import '../shared/theme.css';
import './sign.css';
import SignPage from './SignPage.vue';
import { signEn, signZh } from './words.js';

takeKioskManners();
createApp(SignPage)
  .use(createPageI18n({ 'zh-CN': signZh, en: signEn }))
  .mount('#app');
