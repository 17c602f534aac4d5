import type { Look } from './print-document.js';
import type { SlipField, SlipLine, SlipTemplate } from './slip-template.js';

const text = (words: string, look: Partial<Look> = {}, when: SlipField | null = null): SlipLine => ({
  ...{ kind: 'text', text: words, when },
  ...{ width: 1, height: 1, bold: false, align: 'centre', ...look },
});
const pair = (label: string, field: SlipField): SlipLine => ({
  ...{ kind: 'pair', label, value: `{${field}}`, when: field },
});
const space = (dots: number, when: SlipField | null = null): SlipLine => ({ kind: 'space', dots, when });
const rule: SlipLine = { kind: 'rule', when: null };
const headline = { width: 2, height: 2, bold: true };

/** The slip of a hall that has made none of its own (contents: conventions.md 5, ticket slip). */
export const DEFAULT_SLIP: SlipTemplate = [
  text('{hall}', headline),
  rule,
  text('{reprint}', headline, 'reprint'),
  space(12, 'reprint'),
  text('您的号码 YOUR NUMBER'),
  space(8),
  text('{number}', { width: 8, height: 8, bold: true }),
  space(8),
  text('{queue}', headline),
  space(16),
  text('{ahead}', headline),
  text('{aheadEn}'),
  space(8, 'wait'),
  text('{wait}', { bold: true }, 'wait'),
  rule,
  pair('办理事项', 'matter'),
  pair('等候区域', 'zone'),
  pair('接着办理', 'stops'),
  pair('取号时间', 'issuedAt'),
  rule,
  { kind: 'qr', text: '{followUrl}', caption: '扫码查看排队进度', when: null },
  text('Scan to follow your number'),
  rule,
  { kind: 'item', text: '{hints}', when: 'hints' },
  space(8, 'complaintPhone'),
  text('监督投诉电话 {complaintPhone}', { bold: true }, 'complaintPhone'),
];
