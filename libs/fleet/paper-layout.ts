import { COLUMN_DOTS, type Paper } from './paper.js';
import { columnsOf, tableRow, wrap } from './paper-text.js';
import type { Look, PrintBlock, PrintDocument } from './print-document.js';

/** What a printer sets: one line of text, white, or a QR code in the middle. */
export type Placed =
  ({ kind: 'line'; text: string } & Look) | { kind: 'space'; dots: number } | { kind: 'qr'; text: string };

const RULE = '─';
const BULLET = '·';
/** The least room for a label: four Chinese characters and a gap. */
const LABEL_COLUMNS = 10;
export const LABEL_GAP = 2;
/** A QR code is found by the white around it. */
const QUIET_DOTS = 24;
/** Of the paper's width: what is made smaller to fit keeps a margin. */
const FILLED = 0.9;

/** What stands where on the paper; the printer and the preview in the office share it. */
export const layOut = ({ blocks }: PrintDocument, paper: Paper): Placed[] =>
  blocks.flatMap((block) => placed(block, paper));

function placed(block: PrintBlock, paper: Paper): Placed[] {
  switch (block.kind) {
    case 'text':
      return block.oneLine ? [shrunk(block, paper)] : broken(block, paper);
    case 'pair':
      return pair(block.label, block.value, paper);
    case 'item':
      return tableRow(BULLET, block.text, paper.columns, columnsOf(BULLET)).map(plain);
    case 'rule':
      return [line(RULE.repeat(paper.columns / 2), { ...PLAIN, align: 'centre' })];
    case 'space':
      return [{ kind: 'space', dots: block.dots }];
    case 'qr':
      return qr(block.text, block.caption, paper);
  }
}

const PLAIN: Look = { width: 1, height: 1, bold: false, align: 'left' };

const line = (text: string, { width, height, bold, align }: Look): Placed => ({
  ...{ kind: 'line', text, width, height, bold, align },
});
const plain = (text: string): Placed => line(text, PLAIN);

/** At its size when it fits on one line, else as tall but narrow, over as many lines as it needs. */
function broken(block: { text: string } & Look, { columns }: Paper): Placed[] {
  if (columnsOf(block.text) * block.width <= columns) return [line(block.text, block)];
  return wrap(block.text, columns).map((part) => line(part, { ...block, width: 1 }));
}

/** As large as the paper allows, up to its size and in its proportion. */
function shrunk(block: { text: string } & Look, { dots }: Paper): Placed {
  const room = Math.floor((dots * FILLED) / (COLUMN_DOTS * Math.max(1, columnsOf(block.text))));
  const width = Math.min(block.width, Math.max(1, room));
  const height = Math.max(1, Math.round((block.height * width) / block.width));
  return line(block.text, { ...block, width, height });
}

/** The columns a label takes; null when it needs a line of its own. */
export function labelColumns(label: string, { columns }: Paper): number | null {
  const room = Math.max(LABEL_COLUMNS, columnsOf(label) + LABEL_GAP);
  return room <= columns / 2 ? room : null;
}

function pair(label: string, value: string, paper: Paper): Placed[] {
  const room = labelColumns(label, paper);
  if (room === null) return [...wrap(label, paper.columns), ...wrap(value, paper.columns)].map(plain);
  return tableRow(label, value, paper.columns, room).map(plain);
}

function qr(text: string, caption: string, { columns }: Paper): Placed[] {
  const quiet: Placed = { kind: 'space', dots: QUIET_DOTS };
  const words = wrap(caption, columns).map((part) => line(part, { ...PLAIN, align: 'centre' }));
  return [quiet, { kind: 'qr', text }, quiet, ...words];
}
