import {
  LIFE_EVENTS,
  type GuideDocument,
  type LifeEvent,
  type LimitUnit,
  type Material,
  type MaterialForm,
  type TimeLimit,
} from './guide.js';
import { LIFE_EVENT_NAMES } from './life-event-names.js';

/** What a cell does not say as it should: the last part of a sentence's key. */
export type CellFault = 'material' | 'form' | 'copies' | 'limit' | 'event';

/** A cell as it was understood. */
export type Read<T> = { value: T } | { fault: CellFault; words: string };

/** What the template shows under its columns: a row that can be read. */
export const GUIDE_EXAMPLE: Readonly<Record<keyof GuideDocument, string>> = {
  code: 'SL-Z001',
  name: '示例事项',
  nameEn: 'Example',
  authority: '示例县某某局',
  legalBasis: '《某某条例》第十条',
  conditions: '年满十六周岁的本县居民',
  materials: '申请表|原件|1|必要|大厅填单台有示范文本\n身份证|复印件|1|必要\n委托书|电子|1|非必要',
  procedure: '申请\n受理\n审查\n办结\n送达',
  statutoryLimit: '20个工作日',
  promisedLimit: '5个工作日',
  feeStandard: '不收费',
  feeBasis: '',
  place: '',
  hours: '',
  delivery: '窗口领取或邮寄',
  contact: '0000-10001',
  supervisor: '示例县政务服务管理局',
  complaintPhone: '0000-12345',
  result: '某某证',
  events: '就业、退休',
};

const lines = (cell: string): string[] =>
  cell
    .split(/\r?\n|；|;/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** One step a line; a number before it is the list's own. */
export const readProcedure = (cell: string): string[] =>
  lines(cell).map((line) => line.replace(/^\d{1,2}\s*[.、)）．]\s*/, ''));

const FORMS: Readonly<Record<string, MaterialForm>> = {
  原件: 'original',
  复印件: 'copy',
  电子: 'electronic',
  电子版: 'electronic',
  电子件: 'electronic',
};
const REQUIRED: Readonly<Record<string, boolean>> = { 必要: true, 必需: true, 非必要: false, 可选: false };

/** One paper a line: `名称|原件|1|必要|示范文本`. */
export function readMaterials(cell: string): Read<Material[]> {
  const materials: Material[] = [];
  for (const line of lines(cell)) {
    const read = readMaterial(line);
    if ('fault' in read) return read;
    materials.push(read.value);
  }
  return { value: materials };
}

function readMaterial(line: string): Read<Material> {
  const parts = line.split(/[|｜]/).map((part) => part.trim());
  const [name = '', formWord = '', copiesWord = '', requiredWord = '', sample = ''] = parts;
  const form = formWord === '' ? 'original' : FORMS[formWord];
  const copies = copiesWord === '' ? 1 : Number(copiesWord.replace(/份$/, ''));
  const required = requiredWord === '' ? true : REQUIRED[requiredWord];
  if (name === '' || parts.length > 5 || required === undefined) return { fault: 'material', words: line };
  if (form === undefined) return { fault: 'form', words: formWord };
  if (!Number.isInteger(copies) || copies < 0) return { fault: 'copies', words: copiesWord };
  return { value: { name, form, copies, required, sample } };
}

const UNITS: readonly (readonly [RegExp, LimitUnit])[] = [
  [/^(\d{1,3})个?工作日(内)?$/, 'working-days'],
  [/^(\d{1,3})个?(自然)?[日天](内)?$/, 'days'],
];

/** `5个工作日`, `20日`, `当场办结`; empty: none. */
export function readLimit(cell: string): Read<TimeLimit | null> {
  const words = cell.normalize('NFKC').replace(/\s/g, '');
  if (words === '') return { value: null };
  if (/^(当场|即时|即办)(办结|办理)?$/.test(words)) return { value: { days: 0, unit: 'on-the-spot' } };
  for (const [pattern, unit] of UNITS) {
    const days = pattern.exec(words)?.[1];
    if (days !== undefined && Number(days) > 0) return { value: { days: Number(days), unit } };
  }
  return { fault: 'limit', words: cell };
}

/** By their names or their codes. */
export function readEvents(cell: string): Read<LifeEvent[]> {
  const events: LifeEvent[] = [];
  for (const word of cell.split(/[\s,，、;；]+/).filter((part) => part !== '')) {
    const event = LIFE_EVENTS.find((one) => one === word || LIFE_EVENT_NAMES[one] === word);
    if (!event) return { fault: 'event', words: word };
    if (!events.includes(event)) events.push(event);
  }
  return { value: events };
}
