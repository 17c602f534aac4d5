import readXlsxFile from 'read-excel-file/universal';
import { z } from 'zod';
import { GUIDE_COLUMNS } from '#libs/disclosure/guide-column-names';

export type Table = string[][];

/** What cannot be read at all: the last part of a sentence's key. */
export class UnreadableFile extends Error {
  constructor(readonly why: 'kind' | 'xlsx' | 'json' | 'empty') {
    super(why);
  }
}

/** Of any file that is taken: its rows as words, the first one naming the columns. */
export async function tableOf(file: File): Promise<Table> {
  const kind = file.name.toLowerCase().split('.').pop();
  const bytes = await file.arrayBuffer();
  const table = await (kind === 'xlsx' ? ofXlsx(bytes) : ofText(bytes, kind));
  if (table.length < 2) throw new UnreadableFile('empty');
  return table;
}

async function ofXlsx(bytes: ArrayBuffer): Promise<Table> {
  const sheets = await readXlsxFile(bytes).catch(() => {
    throw new UnreadableFile('xlsx');
  });
  const [first] = sheets;
  return (first?.data ?? []).map((row) => row.map(wordsOf));
}

const wordsOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};

async function ofText(bytes: ArrayBuffer, kind: string | undefined): Promise<Table> {
  const text = decoded(bytes);
  if (kind === 'json') return ofJson(text);
  if (kind === 'csv' || kind === 'txt') return ofCsv(text);
  throw new UnreadableFile('kind');
}

/** Spreadsheets in China save as GB18030 where nobody says otherwise. */
export function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** RFC 4180, with commas or tabs. */
export function ofCsv(text: string): Table {
  const comma = (text.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ',';
  const table: Table = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    table.push(row);
    row = [];
  };
  for (let place = 0; place < text.length; place += 1) {
    const letter = text.charAt(place);
    if (quoted && letter === '"' && text.charAt(place + 1) === '"') {
      cell += '"';
      place += 1;
    } else if (letter === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted) cell += letter;
    else if (letter === comma) endCell();
    else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  if (cell !== '' || row.length > 0) endRow();
  return table;
}

const records = z.array(z.record(z.string(), z.unknown()));
const material = z.object({
  name: z.string(),
  form: z.string().default(''),
  copies: z.coerce.string().default(''),
  required: z.boolean().default(true),
  sample: z.string().default(''),
});
const limit = z.object({ days: z.number(), unit: z.enum(['working-days', 'days', 'on-the-spot']) });

const FORM_NAMES: Readonly<Record<string, string>> = { original: '原件', copy: '复印件', electronic: '电子' };

/** An array of objects, named by fields or columns; lists as in the wire's shape or as a cell writes them. */
export function ofJson(text: string): Table {
  let read: z.infer<typeof records>;
  try {
    read = records.parse(JSON.parse(text));
  } catch {
    throw new UnreadableFile('json');
  }
  const heading = [...new Set(read.flatMap((one) => Object.keys(one)))];
  return [heading, ...read.map((one) => heading.map((key) => cellOf(one[key])))];
}

function cellOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(cellOf).join('\n');
  const paper = material.safeParse(value);
  if (paper.success) {
    const { name, form, copies, required, sample } = paper.data;
    return [name, FORM_NAMES[form] ?? form, copies, required ? '必要' : '非必要', sample].join('|');
  }
  const time = limit.safeParse(value);
  if (!time.success) return wordsOf(value);
  const { days, unit } = time.data;
  return unit === 'on-the-spot' ? '当场办结' : `${days}${unit === 'days' ? '日' : '个工作日'}`;
}

/** The template's file name and rows are Chinese in both languages of the page: so are the files. */
export const HEADING: string[] = Object.values(GUIDE_COLUMNS);
