import type { Level } from './levels.js';

export interface Tag {
  code: number;
  zh: string;
  en: string;
}

/** Version of the dictionary: nothing may be added or taken away without a new one (facts/evaluation.md 1.3). */
export const TAGS_VERSION = 1;

/** Standard reasons of each level, national platform codes: eight a level (facts/evaluation.md 1.3). */
export const TAGS: Readonly<Record<Level, readonly Tag[]>> = {
  5: [
    { code: 510, zh: '一窗受理一次办结', en: 'One window accepted it, done in one visit' },
    { code: 511, zh: '可以先受理后补材料', en: 'Accepted first, papers supplemented later' },
    { code: 512, zh: '不用提交证明', en: 'No certificates demanded' },
    { code: 513, zh: '可以全程网上办理', en: 'Could be done wholly online' },
    { code: 514, zh: '可以使用手机办理', en: 'Could be done by phone' },
    { code: 515, zh: '可以就近办理', en: 'Could be done nearby' },
    { code: 516, zh: '无需材料直接办理', en: 'Done at once without papers' },
    { code: 517, zh: '服务热情效率高', en: 'Warm and efficient service' },
  ],
  4: [
    { code: 406, zh: '填写一张表单就可完成申报', en: 'One form was enough to apply' },
    { code: 407, zh: '在线提交材料窗口核验', en: 'Papers online, checked at the counter' },
    { code: 408, zh: '一张清单告知全部申报材料', en: 'One list told all papers needed' },
    { code: 409, zh: '用告知承诺减免申报材料', en: 'A declaration replaced papers' },
    { code: 410, zh: '可以在线预约办理', en: 'Could be booked online' },
    { code: 411, zh: '跑大厅一次办完', en: 'Done in one trip to the hall' },
    { code: 412, zh: '可以使用自助机办理', en: 'Could use a self-service machine' },
    { code: 413, zh: '服务态度较好', en: 'Good service attitude' },
  ],
  3: [
    { code: 307, zh: '一次性告知需要补正的材料', en: 'Told at once of all papers to supplement' },
    { code: 308, zh: '提供申报材料样本', en: 'Sample papers were given' },
    { code: 309, zh: '在承诺的时间内办结', en: 'Done within the promised time' },
    { code: 310, zh: '办事指南指引准确', en: 'The guide was accurate' },
    { code: 311, zh: '按办事指南要求的材料即可办理', en: 'Papers as the guide says were enough' },
    { code: 312, zh: '可以快递送达', en: 'Result could be sent by courier' },
    { code: 313, zh: '跑动次数与承诺的一致', en: 'As many trips as promised' },
    { code: 314, zh: '服务态度一般', en: 'Ordinary service attitude' },
  ],
  2: [
    { code: 207, zh: '没有提供材料样本', en: 'No sample papers given' },
    { code: 208, zh: '没有提供材料清单', en: 'No list of papers given' },
    { code: 209, zh: '未在承诺时间内办结', en: 'Not done within the promised time' },
    { code: 210, zh: '同样内容的证明材料被要求多次提交', en: 'The same certificate asked for repeatedly' },
    { code: 211, zh: '承诺网办但无法在线办理', en: 'Promised online but impossible online' },
    {
      code: 212,
      zh: '在线预约办理后到实体大厅重复取号排队',
      en: 'Booked online, had to queue again in the hall',
    },
    { code: 213, zh: '窗口人员业务不熟练', en: 'Staff unfamiliar with the work' },
    { code: 214, zh: '服务态度生硬', en: 'Stiff service attitude' },
  ],
  1: [
    { code: 108, zh: '在办事指南之外增加新的审批条件', en: 'Conditions added beyond the guide' },
    { code: 109, zh: '需提供办事指南之外的申报材料', en: 'Papers asked for beyond the guide' },
    { code: 110, zh: '无理由超过法定办理时间', en: 'Past the legal limit without reason' },
    { code: 111, zh: '办事指南提供样本有错', en: 'Errors in the guide’s sample' },
    { code: 112, zh: '承诺在线收取申报材料实际无法收取', en: 'Promised online acceptance did not work' },
    { code: 113, zh: '多头跑窗口和部门', en: 'Had to run between windows and departments' },
    { code: 114, zh: '跑动次数与承诺的不一致', en: 'More trips than promised' },
    { code: 115, zh: '服务态度差效率低', en: 'Poor attitude and slow' },
  ],
};
