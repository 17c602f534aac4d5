import type { SlipDocument } from '#libs/contracts/slip';
import { columnsOf } from '../contract/gb-text.js';
import { COLUMN_DOTS, type PaperProfile } from './paper.js';
import { printable, tableRow, wrap } from './printable.js';

/** One thing on the slip, top to bottom; sizes are times the normal character. */
export type SlipBlock =
  | { kind: 'text'; text: string; align: 'left' | 'centre'; width: number; height: number; bold: boolean }
  | { kind: 'space'; dots: number }
  | { kind: 'qr'; data: string };

const LABELS = {
  reprint: '【重打】Reprint',
  yourNumber: '您的号码 YOUR NUMBER',
  ahead: (people: number) => (people === 0 ? '前面无人，请留意叫号' : `您前面还有 ${people} 人等候`),
  aheadEn: (people: number) => (people === 0 ? 'You are next in line' : `People ahead of you: ${people}`),
  matter: '办理事项',
  zone: '等候区域',
  stops: '接着办理',
  issuedAt: '取号时间',
  scan: '扫码查看排队进度',
  scanEn: 'Scan to follow your number',
  complaint: '监督投诉电话',
};

const RULE = '─';
const LABEL_COLUMNS = 10;
/** A QR code is found by the white around it. */
const QUIET_DOTS = 24;

/** What stands where on the paper (contents: facts/conventions.md 5, ticket slip). */
export function layOut(raw: SlipDocument, paper: PaperProfile): SlipBlock[] {
  const slip = cleaned(raw, paper);
  return [
    ...headline(slip.hallName, paper),
    rule(paper),
    ...(slip.reprint ? [...headline(LABELS.reprint, paper), space(12)] : []),
    line(LABELS.yourNumber),
    space(8),
    largest(slip.number, paper),
    space(8),
    ...headline(slip.queueName, paper),
    space(16),
    ...headline(LABELS.ahead(slip.ahead), paper),
    line(LABELS.aheadEn(slip.ahead)),
    ...(slip.wait === null
      ? []
      : [space(8), ...wrap(slip.wait, paper.columns).map((part) => line(part, { bold: true }))]),
    rule(paper),
    ...row(LABELS.matter, slip.matterName, paper),
    ...row(LABELS.zone, slip.zoneName, paper),
    ...row(LABELS.stops, slip.stops.join(' → '), paper),
    ...row(LABELS.issuedAt, slip.issuedAt, paper),
    rule(paper),
    space(QUIET_DOTS),
    { kind: 'qr', data: slip.followUrl },
    space(QUIET_DOTS),
    line(LABELS.scan),
    line(LABELS.scanEn),
    rule(paper),
    ...slip.hints.flatMap((hint) => hintLines(hint, paper)),
    ...(slip.complaintPhone
      ? [space(8), line(`${LABELS.complaint} ${slip.complaintPhone}`, { bold: true })]
      : []),
  ];
}

function cleaned(slip: SlipDocument, paper: PaperProfile): SlipDocument {
  const clean = (text: string): string => printable(text, paper);
  return {
    ...slip,
    hallName: clean(slip.hallName),
    number: clean(slip.number),
    queueName: clean(slip.queueName),
    matterName: slip.matterName === null ? null : clean(slip.matterName),
    zoneName: clean(slip.zoneName),
    wait: slip.wait === null ? null : clean(slip.wait),
    stops: slip.stops.map(clean),
    issuedAt: clean(slip.issuedAt),
    followUrl: clean(slip.followUrl),
    hints: slip.hints.map(clean),
    complaintPhone: clean(slip.complaintPhone),
  };
}

interface Look {
  align?: 'left' | 'centre';
  width?: number;
  height?: number;
  bold?: boolean;
}

function line(text: string, look: Look = {}): SlipBlock {
  return { kind: 'text', text, align: 'centre', width: 1, height: 1, bold: false, ...look };
}

const space = (dots: number): SlipBlock => ({ kind: 'space', dots });

const rule = (paper: PaperProfile): SlipBlock => line(RULE.repeat(paper.columns / 2));

/** Double size when it fits on one line, else as tall but narrow, over as many lines as it needs. */
function headline(text: string, paper: PaperProfile): SlipBlock[] {
  if (columnsOf(text) * 2 <= paper.columns) return [line(text, { width: 2, height: 2, bold: true })];
  return wrap(text, paper.columns).map((part) => line(part, { height: 2, bold: true }));
}

/** The number fills the paper as far as the printer's eightfold size and a margin allow. */
function largest(number: string, paper: PaperProfile): SlipBlock {
  const room = Math.floor((paper.dots * 0.9) / (COLUMN_DOTS * Math.max(1, columnsOf(number))));
  const size = Math.min(8, Math.max(1, room));
  return line(number, { width: size, height: size, bold: true });
}

function row(label: string, value: string | null, paper: PaperProfile): SlipBlock[] {
  if (!value) return [];
  return tableRow(label, value, paper.columns, LABEL_COLUMNS).map((text) => line(text, { align: 'left' }));
}

function hintLines(hint: string, paper: PaperProfile): SlipBlock[] {
  return tableRow('·', hint, paper.columns, 2).map((text) => line(text, { align: 'left' }));
}
