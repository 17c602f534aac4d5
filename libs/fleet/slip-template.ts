import type { Look, PrintBlock, PrintDocument } from './print-document.js';

/** What a slip can say of a ticket and its hall; a line names one as `{number}`. */
export const SLIP_FIELDS = [
  'hall',
  'number',
  'queue',
  'matter',
  'zone',
  'stops',
  'ahead',
  'aheadEn',
  'wait',
  'issuedAt',
  'followUrl',
  'hints',
  'complaintPhone',
  'reprint',
] as const;
export type SlipField = (typeof SLIP_FIELDS)[number];

/** Empty where there is nothing to say. */
export type SlipValues = Record<Exclude<SlipField, 'hints'>, string> & { hints: readonly string[] };

/** One line of the template. `when`: printed only where that field has something to say. */
export type SlipLine = { when: SlipField | null } & (
  | ({ kind: 'text'; text: string } & Look)
  | { kind: 'pair'; label: string; value: string }
  /** `{hints}` becomes one entry for each hint. */
  | { kind: 'item'; text: string }
  | { kind: 'qr'; text: string; caption: string }
  | { kind: 'rule' }
  | { kind: 'space'; dots: number }
);
export type SlipTemplate = readonly SlipLine[];

const FIELD = /\{([^{}]*)\}/g;

/** The fields a line names, known or not. */
export const fieldsIn = (line: SlipLine): string[] =>
  textsOf(line).flatMap((text) => {
    const found: string[] = [];
    text.replace(FIELD, (_all, name: string) => {
      found.push(name);
      return '';
    });
    return found;
  });

/** Its fixed words. */
export const fixedText = (text: string): string => text.replace(FIELD, '');

/** Everything on a line that may name a field. */
export function textsOf(line: SlipLine): string[] {
  switch (line.kind) {
    case 'text':
    case 'item':
      return [line.text];
    case 'pair':
      return [line.label, line.value];
    case 'qr':
      return [line.text, line.caption];
    default:
      return [];
  }
}

/** The slip of one ticket. Its number is never broken over two lines. */
export const slipDocument = (template: SlipTemplate, values: SlipValues): PrintDocument => ({
  blocks: template
    .filter(({ when }) => when === null || values[when].length > 0)
    .flatMap((line) => blocksOf(line, values)),
});

function blocksOf(line: SlipLine, values: SlipValues): PrintBlock[] {
  const fill = (text: string): string => filled(text, values).trim();
  switch (line.kind) {
    case 'text': {
      const { when: _when, ...look } = line;
      const text = fill(line.text);
      return text === '' ? [] : [{ ...look, text, oneLine: fieldsIn(line).includes('number') }];
    }
    case 'pair': {
      const value = fill(line.value);
      return value === '' ? [] : [{ kind: 'pair', label: fill(line.label), value }];
    }
    case 'item':
      return entriesOf(line.text, values).map((text) => ({ kind: 'item', text }));
    case 'qr': {
      const text = fill(line.text);
      return text === '' ? [] : [{ kind: 'qr', text, caption: fill(line.caption) }];
    }
    case 'rule':
      return [{ kind: 'rule' }];
    case 'space':
      return [{ kind: 'space', dots: line.dots }];
  }
}

function entriesOf(text: string, values: SlipValues): string[] {
  const hints = text.includes('{hints}') ? values.hints : [''];
  return hints
    .map((hint) => filled(text, { ...values, hints: [hint] }).trim())
    .filter((entry) => entry !== '');
}

function filled(text: string, values: SlipValues): string {
  const { hints, ...plain } = values;
  const said = new Map<string, string>([...Object.entries(plain), ['hints', hints.join('；')]]);
  return text.replace(FIELD, (_all, name: string) => said.get(name) ?? '');
}
