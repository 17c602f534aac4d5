import { GUIDE_COLUMNS as guideFieldZh } from '#libs/disclosure/guide-column-names';
import { LIFE_EVENT_NAMES } from '#libs/disclosure/life-event-names';

/** What guides are told in: the office writes them, the enquiry page reads them. */
export { guideFieldZh };
export const disclosureZh = {
  publicList: { five: '五公开', eight: '八公开', ten: '十公开' },
  materialForm: { original: '原件', copy: '复印件', electronic: '电子件' },
  limitUnit: { 'working-days': '个工作日', days: '日（自然日）', 'on-the-spot': '当场办结' },
  lifeEvent: LIFE_EVENT_NAMES,
};
