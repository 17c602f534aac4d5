import type { GuideDocument } from './guide.js';

/** Fills all that any list asks for. */
export const wholeGuide = (change: Partial<GuideDocument> = {}): GuideDocument => ({
  ...{ code: 'T-1', name: '居民身份证换领', nameEn: 'Identity card: renewal', authority: '示例县公安局' },
  ...{ legalBasis: '《居民身份证法》第十一条', conditions: '证件有效期届满' },
  materials: [{ name: '申请表', form: 'original', copies: 1, required: true, sample: '填单台' }],
  procedure: ['申请', '办结'],
  statutoryLimit: { days: 60, unit: 'days' },
  promisedLimit: { days: 20, unit: 'working-days' },
  ...{
    feeStandard: '20 元',
    feeBasis: '发改价格〔2003〕2322号',
    place: '一楼 1 号窗口',
    hours: '9:00–17:00',
  },
  ...{ delivery: '窗口领取', contact: '0000-1', supervisor: '示例县政务服务管理局' },
  ...{ complaintPhone: '0000-12345', result: '居民身份证', events: ['moving'] },
  ...change,
});
