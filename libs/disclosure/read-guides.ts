import type { GuideDocument } from './guide.js';
import { GUIDE_COLUMNS } from './guide-column-names.js';
import {
  readEvents,
  readLimit,
  readMaterials,
  readProcedure,
  type CellFault,
  type Read,
} from './guide-columns.js';

type Column = keyof GuideDocument;

export interface BadCell {
  column: Column;
  fault: CellFault;
  words: string;
}

export interface ReadRow {
  /** As the file counts them, the heading being row 1. */
  row: number;
  document: GuideDocument;
  bad: BadCell[];
}

export interface ReadFile {
  rows: ReadRow[];
  /** Columns no guide has: said, and not read. */
  strange: string[];
  /** Columns without which a row cannot be taken. */
  missing: Column[];
}

const NEEDED: readonly Column[] = ['code', 'name'];
const COLUMNS = Object.entries(GUIDE_COLUMNS);
const isColumn = (key: string): key is Column => key in GUIDE_COLUMNS;

/** A heading in the template's words, or a field's own name. */
function columnOf(heading: string): Column | null {
  const words = heading.normalize('NFKC').trim().replace(/\*$/, '');
  const found = COLUMNS.find(([key, name]) => name === words || key === words)?.[0] ?? '';
  return isColumn(found) ? found : null;
}

/** The rows of a table, the first one being its heading. Rows without any word are passed over. */
export function readGuides(table: readonly (readonly string[])[]): ReadFile {
  const [heading = [], ...body] = table;
  const columns = heading.map(columnOf);
  const strange = heading.filter((words, place) => columns[place] === null && words.trim() !== '');
  const missing = NEEDED.filter((column) => !columns.includes(column));
  const rows = body.flatMap((cells, place) =>
    cells.every((cell) => cell.trim() === '') ? [] : [readRow(columns, cells, place + 2)],
  );
  return { rows, strange, missing };
}

function readRow(columns: readonly (Column | null)[], cells: readonly string[], row: number): ReadRow {
  const bad: BadCell[] = [];
  const text = (column: Column): string => (cells[columns.indexOf(column)] ?? '').trim();
  function read<T>(column: Column, read: (cell: string) => Read<T>, otherwise: T): T {
    const found = columns.includes(column) ? read(text(column)) : { value: otherwise };
    if ('value' in found) return found.value;
    bad.push({ column, ...found });
    return otherwise;
  }
  const document: GuideDocument = {
    ...{ code: text('code'), name: text('name'), nameEn: text('nameEn'), authority: text('authority') },
    ...{ legalBasis: text('legalBasis'), conditions: text('conditions') },
    materials: read('materials', readMaterials, []),
    procedure: readProcedure(text('procedure')),
    statutoryLimit: read('statutoryLimit', readLimit, null),
    promisedLimit: read('promisedLimit', readLimit, null),
    ...{ feeStandard: text('feeStandard'), feeBasis: text('feeBasis'), place: text('place') },
    ...{ hours: text('hours'), delivery: text('delivery'), contact: text('contact') },
    ...{ supervisor: text('supervisor'), complaintPhone: text('complaintPhone'), result: text('result') },
    events: read('events', readEvents, []),
  };
  return { row, document, bad };
}
