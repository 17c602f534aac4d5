import { DEFAULT_SLIP } from '#libs/fleet/default-slip';
import type { PrintDocument } from '#libs/fleet/print-document';
import { slipDocument, type SlipValues } from '#libs/fleet/slip-template';

/** What stands on the slips that the specs print. */
export const SLIP_VALUES: SlipValues = {
  hall: '清河县政务服务中心',
  number: 'A017',
  queue: '企业开办',
  matter: '有限责任公司设立登记（含分支机构同步办理）',
  zone: '一楼综合服务区',
  stops: '税务服务',
  ahead: '您前面还有 12 人等候',
  aheadEn: 'People ahead of you: 12',
  wait: '预计等候 约 12–18 分钟',
  issuedAt: '2026-03-02 09:05',
  followUrl: 'http://127.0.0.1:3000/rate?t=Jk3v9QmXw72LpA5sZ0',
  hints: ['请在休息区等候，注意呼叫及大屏显示信息。', '过号后请到导办台说明，工作人员会为您重新安排。'],
  complaintPhone: '0319-8161234',
  reprint: '',
};

export const slipOf = (change: Partial<SlipValues> = {}): PrintDocument =>
  slipDocument(DEFAULT_SLIP, { ...SLIP_VALUES, ...change });

export const SLIP = slipOf();
