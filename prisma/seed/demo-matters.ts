import type { Matter } from '#libs/hall/person';

/** Invented matters of an invented county, six groups as its six queues serve them. */
const GROUPS: Readonly<Record<string, readonly (readonly [name: string, nameEn: string])[]>> = {
  A: [
    ['居民身份证申领', 'Identity card: first issue'],
    ['居民身份证换领、补领', 'Identity card: renewal or loss'],
    ['户口登记、迁移', 'Household registration and moves'],
    ['居住证办理', 'Residence permit'],
    ['出生登记', 'Birth registration'],
    ['无犯罪记录证明', 'Certificate of no criminal record'],
  ],
  B: [
    ['不动产首次登记', 'Real estate: first registration'],
    ['房屋买卖转移登记', 'Real estate: transfer by sale'],
    ['抵押权登记', 'Mortgage registration'],
    ['抵押权注销登记', 'Mortgage discharge'],
    ['不动产登记信息查询', 'Real estate: search of the register'],
  ],
  C: [
    ['企业设立登记', 'Company: incorporation'],
    ['企业变更登记', 'Company: change of registration'],
    ['企业注销登记', 'Company: dissolution'],
    ['个体工商户登记', 'Sole trader registration'],
    ['食品经营许可', 'Food business licence'],
  ],
  D: [
    ['社会保险参保登记', 'Social insurance: enrolment'],
    ['城乡居民养老保险', 'Residents’ pension insurance'],
    ['医疗保险异地就医备案', 'Medical insurance: treatment elsewhere'],
    ['医疗费用手工报销', 'Medical expenses: reimbursement'],
    ['失业保险金申领', 'Unemployment benefit'],
    ['社会保障卡补换', 'Social security card: replacement'],
  ],
  E: [
    ['税务登记与信息变更', 'Tax registration and changes'],
    ['发票领用', 'Invoice collection'],
    ['契税申报', 'Deed tax return'],
    ['个人所得税更正申报', 'Income tax: amended return'],
  ],
  F: [
    ['证照领取', 'Collection of certificates'],
    ['业务咨询', 'Enquiry'],
    ['帮办代办登记', 'Assisted and proxy service'],
    ['意见建议登记', 'Suggestions'],
  ],
};

/** The ids of a queue's matters, by its prefix. */
export const matterIds = (prefix: string): string[] =>
  (GROUPS[prefix] ?? []).map((_matter, place) => `matter-${prefix.toLowerCase()}${place + 1}`);

export const demoMatters: readonly Matter[] = Object.entries(GROUPS).flatMap(([prefix, matters]) =>
  matters.map(([name, nameEn], place) => ({
    id: `matter-${prefix.toLowerCase()}${place + 1}`,
    code: `SL-${prefix}${String(place + 1).padStart(3, '0')}`,
    name,
    nameEn,
  })),
);
