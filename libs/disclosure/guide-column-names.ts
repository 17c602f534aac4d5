import type { GuideDocument } from './guide.js';

/** The columns of a file, in the order of the template, by the names that the public lists use; pages head the same parts with them. */
export const GUIDE_COLUMNS: Readonly<Record<keyof GuideDocument, string>> = {
  code: '事项编码',
  name: '事项名称',
  nameEn: '英文名称',
  authority: '办理主体',
  legalBasis: '法律依据',
  conditions: '办理条件',
  materials: '申报材料',
  procedure: '办理流程',
  statutoryLimit: '法定时限',
  promisedLimit: '承诺时限',
  feeStandard: '收费标准',
  feeBasis: '收费依据',
  place: '办理地点',
  hours: '办理时间',
  delivery: '送达方式',
  contact: '联系方式',
  supervisor: '监督机构',
  complaintPhone: '投诉电话',
  result: '办理结果',
  events: '人生事件',
};
