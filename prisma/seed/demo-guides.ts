import type { GuideDocument, LifeEvent, Material, TimeLimit } from '#libs/disclosure/guide';
import { demoMatters } from './demo-matters.js';

interface Office {
  authority: string;
  basis: string;
  phone: string;
  fee: readonly [standard: string, basis: string];
  limit: TimeLimit;
  result: string;
  papers: string;
  events: readonly LifeEvent[];
}

const FREE = ['不收费', ''] as const;
const days = (count: number): TimeLimit => ({ days: count, unit: 'working-days' });
const AT_ONCE: TimeLimit = { days: 0, unit: 'on-the-spot' };

/** The invented offices behind the six queues, and what is the same for all that they do. */
const OFFICES: Readonly<Record<string, Office>> = {
  A: {
    ...{ authority: '示例县公安局', basis: '《示例县户籍与身份证件管理规定》第六条', phone: '0000-12501' },
    ...{ fee: ['工本费每证 20 元，首次申领不收费', '示例价〔2024〕6 号'], limit: days(15) },
    ...{ result: '证件或户籍证明', papers: '居民户口簿', events: ['moving'] },
  },
  B: {
    ...{ authority: '示例县自然资源局', basis: '《示例县不动产登记办法》第十二条', phone: '0000-12502' },
    ...{ fee: ['登记费每件 80 元', '示例价〔2024〕9 号'], limit: days(5) },
    ...{ result: '不动产权证书或登记证明', papers: '房屋买卖合同', events: ['home'] },
  },
  C: {
    ...{ authority: '示例县市场监督管理局', basis: '《示例县经营主体登记办法》第八条', phone: '0000-12503' },
    ...{ fee: FREE, limit: days(3), result: '营业执照或许可证' },
    ...{ papers: '住所使用证明', events: ['company'] },
  },
  D: {
    authority: '示例县人力资源和社会保障局',
    basis: '《示例县社会保险经办规程》第五条',
    ...{ phone: '0000-12504', fee: FREE, limit: days(10), result: '参保或待遇核定通知' },
    ...{ papers: '社会保障卡', events: ['work', 'retirement'] },
  },
  E: {
    ...{ authority: '示例县税务局', basis: '《示例县纳税服务规程》第七条', phone: '0000-12505' },
    ...{ fee: FREE, limit: AT_ONCE, result: '办理回执或完税证明' },
    ...{ papers: '纳税人信息表', events: ['company', 'home'] },
  },
  F: {
    ...{
      authority: '示例县政务服务中心',
      basis: '《示例县政务服务中心工作规则》第三条',
      phone: '0000-12506',
    },
    ...{ fee: FREE, limit: AT_ONCE, result: '当场答复或取得证照' },
    ...{ papers: '受理回执', events: [] },
  },
};

/** What a single matter adds to its office's events. */
const EVENTS: Readonly<Record<string, readonly LifeEvent[]>> = {
  出生登记: ['birth'],
  '户口登记、迁移': ['moving', 'school'],
  医疗保险异地就医备案: ['illness'],
  医疗费用手工报销: ['illness'],
};

function materials(name: string, papers: string): Material[] {
  const paper = (title: string, form: Material['form'], required: boolean, sample = ''): Material => ({
    ...{ name: title, form, copies: 1, required, sample },
  });
  return [
    paper(`${name}申请表`, 'original', true, '大厅填单台有示范文本'),
    paper('居民身份证', 'original', true),
    paper(papers, 'copy', true),
    paper('代办的，另交委托书', 'original', false, '导办台可领取空白委托书'),
  ];
}

/** Short, invented, and whole by any of the three lists. */
export const demoGuides: readonly { matterId: string; document: GuideDocument }[] = demoMatters.flatMap(
  ({ id: matterId, code, name, nameEn }) => {
    const office = OFFICES[code.slice(3, 4)];
    if (!office) return [];
    const { authority, basis, phone, limit, result, papers } = office;
    const [feeStandard, feeBasis] = office.fee;
    const document: GuideDocument = {
      ...{ code, name, nameEn, authority, legalBasis: basis, feeStandard, feeBasis, result },
      conditions: '在示例县居住、就业或经营，材料真实、齐全、有效。',
      materials: materials(name, papers),
      procedure:
        limit.unit === 'on-the-spot'
          ? ['取号到窗口提出申请', '窗口核对材料', '当场办结']
          : ['取号到窗口提出申请', '窗口受理，出具受理回执', '审核', '作出决定', '凭回执领取结果'],
      statutoryLimit: limit.unit === 'on-the-spot' ? limit : { days: limit.days * 2, unit: limit.unit },
      promisedLimit: limit,
      ...{ place: '', hours: '', delivery: '窗口领取，或自愿选择邮寄', contact: phone },
      ...{ supervisor: '示例县政务服务管理局', complaintPhone: '0000-12345' },
      events: [...new Set([...office.events, ...(EVENTS[name] ?? [])])],
    };
    return [{ matterId, document }];
  },
);
