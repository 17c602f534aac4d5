import '../rules/quiet-zod.js';
import { guideDocument, type GuideDesk } from '#libs/contracts/guides';
import type { GuideDocument } from '#libs/disclosure/guide';
import { emptyParts, missingItems } from '#libs/disclosure/public-lists';
import { readGuides, type ReadRow } from '#libs/disclosure/read-guides';
import type { Table } from './guide-file.js';

/** One thing that keeps a row out: a sentence's key and what stands in it. */
export interface RowFault {
  column: keyof GuideDocument | null;
  what: 'material' | 'form' | 'copies' | 'limit' | 'event' | 'missing' | 'long' | 'code' | 'twice' | 'bad';
  words: string;
}

export interface ReportRow {
  row: number;
  document: GuideDocument;
  matterId: string | null;
  /** The code is known: a new version of a guide that stands. */
  revises: boolean;
  faults: RowFault[];
  /** Taken all the same, and not published before it is filled. */
  missing: string[];
}

export interface Report {
  rows: ReportRow[];
  strange: string[];
  missingColumns: (keyof GuideDocument)[];
}

/** What would become of each row, before anything is saved: by the schema and the list that stand at the server's door. */
export function reportOf(table: Table, desk: GuideDesk): Report {
  const { rows, strange, missing } = readGuides(table);
  const seen = new Map<string, number>();
  const told = rows.map((row) => {
    const first = seen.get(row.document.code);
    if (first === undefined) seen.set(row.document.code, row.row);
    return reportRow(row, desk, first);
  });
  return { rows: told, strange, missingColumns: missing };
}

function reportRow({ row, document, bad }: ReadRow, desk: GuideDesk, first: number | undefined): ReportRow {
  const matterId = desk.matters.find(({ code }) => code === document.code)?.id ?? null;
  const faults: RowFault[] = bad.map(({ column, fault, words }) => ({ column, what: fault, words }));
  if (first !== undefined && document.code !== '')
    faults.push({ column: 'code', what: 'twice', words: String(first) });
  return {
    ...{ row, document, matterId },
    revises: desk.guides.some(({ code }) => code === document.code),
    faults: [...faults, ...shapeFaults(document)],
    missing: missingItems(desk.list, emptyParts(document), desk.given[matterId ?? ''] ?? []),
  };
}

export function shapeFaults(document: GuideDocument): RowFault[] {
  const checked = guideDocument.safeParse(document);
  return (checked.error?.issues ?? []).map(({ code, path }) => {
    const column = columnOf(path[0]);
    const value = column === null ? '' : document[column];
    const words = typeof value === 'string' ? value : '';
    if (column === 'code' && words !== '') return { column, what: 'code', words };
    if (code === 'too_big') return { column, what: 'long', words: '' };
    return { column, what: words === '' && code !== 'custom' ? 'missing' : 'bad', words };
  });
}

const KEYS = ['code', 'name', 'nameEn', 'authority', 'legalBasis', 'conditions', 'materials'] as const;
const MORE = ['procedure', 'statutoryLimit', 'promisedLimit', 'feeStandard', 'feeBasis', 'place'] as const;
const LAST = ['hours', 'delivery', 'contact', 'supervisor', 'complaintPhone', 'result', 'events'] as const;
/** The fields of a guide in the order of its form. */
export const FIELDS = [...KEYS, ...MORE, ...LAST] as const;

const columnOf = (key: PropertyKey | undefined): keyof GuideDocument | null =>
  FIELDS.find((field) => field === key) ?? null;
