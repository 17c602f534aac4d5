import type { Paper } from './paper.js';
import { LABEL_GAP, labelColumns } from './paper-layout.js';
import { columnsOf } from './paper-text.js';
import { fieldsIn, fixedText, SLIP_FIELDS, type SlipLine, type SlipTemplate } from './slip-template.js';

/** What keeps a template from being a slip on this paper, named, lines counted from 1. A second slip must say that it is one. */
export function slipTemplateFaults(template: SlipTemplate, paper: Paper): string[] {
  const named = template.flatMap(fieldsIn);
  return [
    ...(named.includes('number') ? [] : ['slip names no number']),
    ...(named.includes('reprint') ? [] : ['slip names no reprint']),
    ...template.flatMap((line, place) =>
      lineFaults(line, paper).map((fault) => `slip line ${place + 1} ${fault}`),
    ),
  ];
}

function lineFaults(line: SlipLine, paper: Paper): string[] {
  const unknown = fieldsIn(line).filter((name) => !SLIP_FIELDS.some((field) => field === name));
  return [
    ...unknown.map((name) => `names unknown {${name}}`),
    ...(overflows(line, paper) ? [`has room for ${roomOf(line, paper)} characters`] : []),
    ...(saysNothing(line) ? ['is empty'] : []),
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
