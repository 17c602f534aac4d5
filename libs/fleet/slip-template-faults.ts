import type { ConfigFault } from '../hall/config-fault.js';
import type { Paper } from './paper.js';
import { LABEL_GAP, labelColumns } from './paper-layout.js';
import { columnsOf } from './paper-text.js';
import { fieldsIn, fixedText, SLIP_FIELDS, type SlipLine, type SlipTemplate } from './slip-template.js';

/** What keeps a template from being a slip on this paper, lines counted from 1. A second slip must say that it is one. */
export function slipTemplateFaults(template: SlipTemplate, paper: Paper): ConfigFault[] {
  const named = template.flatMap(fieldsIn);
  return [
    ...(named.includes('number') ? [] : [{ fault: 'slip-no-number' as const }]),
    ...(named.includes('reprint') ? [] : [{ fault: 'slip-no-reprint' as const }]),
    ...template.flatMap((line, place) => lineFaults(line, String(place + 1), paper)),
  ];
}

function lineFaults(line: SlipLine, row: string, paper: Paper): ConfigFault[] {
  const unknown = fieldsIn(line).filter((name) => !SLIP_FIELDS.some((field) => field === name));
  const room = String(roomOf(line, paper));
  return [
    ...unknown.map((field) => ({ fault: 'slip-field-unknown' as const, row, field })),
    ...(overflows(line, paper) ? [{ fault: 'slip-line-long' as const, row, room }] : []),
    ...(saysNothing(line) ? [{ fault: 'slip-line-empty' as const, row }] : []),
  ];
}

/** Its fixed words alone, at its size; what fields bring is made to fit. */
function overflows(line: SlipLine, paper: Paper): boolean {
  switch (line.kind) {
    case 'text':
      return columnsOf(fixedText(line.text)) * line.width > paper.columns;
    case 'pair':
      return labelColumns(fixedText(line.label), paper) === null;
    case 'qr':
      return columnsOf(fixedText(line.caption)) > paper.columns;
    default:
      return false;
  }
}

/** Chinese characters that its fixed words may have, at its size. */
function roomOf(line: SlipLine, { columns }: Paper): number {
  if (line.kind === 'pair') return Math.floor((columns / 2 - LABEL_GAP) / 2);
  return Math.floor(columns / 2 / (line.kind === 'text' ? line.width : 1));
}

function saysNothing(line: SlipLine): boolean {
  if (line.kind === 'text' || line.kind === 'item' || line.kind === 'qr') return line.text.trim() === '';
  return line.kind === 'pair' && line.value.trim() === '';
}
