import type { HallConfig } from '../hall/config.js';
import type { PublicList } from './disclosure-policy.js';
import { GUIDE_PARTS, type GuideDocument, type GuidePart } from './guide.js';

/** An item as its document words it, and the parts of a guide that fill it. */
export interface PublicItem {
  item: string;
  parts: readonly GuidePart[];
}

/** The eight are eight only if what is charged and by what right are counted apart. */
export const LIST_ITEMS: Readonly<Record<PublicList, readonly PublicItem[]>> = {
  five: [
    { item: '政务办理事项公开', parts: ['code', 'name'] },
    { item: '法律依据、法定条件公开', parts: ['legalBasis', 'conditions'] },
    { item: '办理程序、工作期限公开', parts: ['procedure', 'promisedLimit'] },
    { item: '需提交材料目录、申请表示范文本公开', parts: ['materials', 'samples'] },
    { item: '申报信息、审查意见、审批结果公开', parts: ['result'] },
  ],
  eight: [
    { item: '法定依据', parts: ['legalBasis'] },
    { item: '申请条件', parts: ['conditions'] },
    { item: '申报材料', parts: ['materials'] },
    { item: '办理程序', parts: ['procedure'] },
    { item: '承诺时限', parts: ['promisedLimit'] },
    { item: '收费标准', parts: ['feeStandard'] },
    { item: '收费依据', parts: ['feeBasis'] },
    { item: '联系方式', parts: ['contact'] },
  ],
  ten: [
    { item: '事项名称', parts: ['name'] },
    { item: '法律依据', parts: ['legalBasis'] },
    { item: '办理主体', parts: ['authority'] },
    { item: '办理流程', parts: ['procedure'] },
    { item: '申报材料', parts: ['materials'] },
    { item: '承诺时限', parts: ['promisedLimit'] },
    { item: '收费标准及依据', parts: ['feeStandard', 'feeBasis'] },
    { item: '办理地点', parts: ['place'] },
    { item: '监督机构', parts: ['supervisor'] },
    { item: '投诉电话', parts: ['complaintPhone'] },
  ],
};

/** Where nothing is charged there is no right to charge it that could be named. */
const FREE = /^(不收费|免费|无)[。.]?$/;

const blank = (text: string): boolean => text.trim() === '';

/** What a document leaves empty. */
export function emptyParts(document: GuideDocument): GuidePart[] {
  const { materials, procedure, statutoryLimit, promisedLimit, feeStandard, feeBasis } = document;
  const empty: Readonly<Record<GuidePart, boolean>> = {
    code: blank(document.code),
    name: blank(document.name),
    authority: blank(document.authority),
    legalBasis: blank(document.legalBasis),
    conditions: blank(document.conditions),
    materials: materials.length === 0,
    samples: materials.every(({ sample }) => blank(sample)),
    procedure: procedure.every(blank),
    statutoryLimit: statutoryLimit === null,
    promisedLimit: promisedLimit === null,
    feeStandard: blank(feeStandard),
    feeBasis: blank(feeBasis) && !FREE.test(feeStandard.trim()),
    place: blank(document.place),
    hours: blank(document.hours),
    delivery: blank(document.delivery),
    contact: blank(document.contact),
    supervisor: blank(document.supervisor),
    complaintPhone: blank(document.complaintPhone),
    result: blank(document.result),
  };
  return GUIDE_PARTS.filter((part) => empty[part]);
}

/** What the hall itself says where a guide of one of its matters says nothing: counters, hours, telephone. */
export function givenByHall(config: HallConfig, matterId: string | null): GuidePart[] {
  const queues = config.queues.filter(({ matterIds }) => matterId !== null && matterIds.includes(matterId));
  const served = config.counters.some(({ queueIds }) => queues.some(({ id }) => queueIds.includes(id)));
  const given: [GuidePart, boolean][] = [
    ['place', served],
    ['hours', queues.some(({ hours }) => hours.length > 0)],
    ['complaintPhone', !blank(config.complaintPhone)],
  ];
  return given.flatMap(([part, is]) => (is ? [part] : []));
}

/** The items of a list that are not filled, as the list words them. */
export function missingItems(
  list: PublicList,
  empty: readonly GuidePart[],
  given: readonly GuidePart[],
): string[] {
  const lacking = (part: GuidePart): boolean => empty.includes(part) && !given.includes(part);
  return LIST_ITEMS[list].filter(({ parts }) => parts.some(lacking)).map(({ item }) => item);
}
