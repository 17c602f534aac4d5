import { createApp } from 'vue';
import { createPageI18n } from '../shared/i18n.js';
import '../shared/theme.css';
import './booking.css';
import BookingPage from './BookingPage.vue';
import { bookingEn, bookingZh } from './words.js';

const i18n = createPageI18n({ 'zh-CN': bookingZh, en: bookingEn });
if (!navigator.language.startsWith('zh')) i18n.global.locale.value = 'en';
createApp(BookingPage).use(i18n).mount('#app');
