import type { Transaction } from './transaction.js';

/** The projected tables, by their names in the database, with the columns that name a row. */
const KEYS = {
  command: ['ledgerId', 'actor', 'requestId'],
  event: ['ledgerId', 'sequence'],
  hall_config: ['hallId', 'version'],
  person: ['id'],
  role_grant: ['personId', 'hallId', 'role'],
  matter: ['id'],
  staff_session: ['id'],
  enrolment: ['hallId', 'deviceId'],
  counter_state: ['hallId', 'counterId'],
  ticket: ['id'],
  call: ['hallId', 'announcement'],
  visit: ['id'],
  invitation: ['id'],
  evaluation: ['id'],
  evaluation_words: ['evaluationId'],
  slip_job: ['id'],
  booking: ['id'],
  home_visit: ['id'],
  visitor: ['id'],
  agent_batch: ['id'],
  collection: ['id'],
  enquiry: ['id'],
  publication: ['id'],
  publication_version: ['publicationId', 'version'],
  publication_step: ['hallId', 'sequence'],
  display_log: ['hallId', 'sequence', 'place'],
  guide_version: ['guideId', 'version'],
  device_report: ['hallId', 'deviceId'],
  device_fault: ['hallId', 'deviceId'],
  self_test: ['hallId'],
} as const;
export type Table = keyof typeof KEYS;

type Value = string | number | boolean | Date | null | readonly (string | number)[];
export type Row = Readonly<Record<string, Value>>;

/**
 * `insert`: a row that is new. `put`: the whole row, new or not. `set`: some columns of a row that stands; `by` names it.
 */
export type RowWrite =
  { table: Table; write: 'insert' | 'put'; row: Row } | { table: Table; write: 'set'; by: Row; row: Row };

interface Fold {
  table: Table;
  write: 'insert' | 'put' | 'set';
  row: Record<string, Value>;
}

const named = (table: Table, row: Row): string => JSON.stringify(KEYS[table].map((column) => row[column]));

/** One write a row, whatever a batch did to it: of each column the last word counts. */
function folded(writes: readonly RowWrite[]): Fold[] {
  const folds = new Map<string, Fold>();
  for (const { table, write, ...rest } of writes) {
    const row = 'by' in rest ? { ...rest.by, ...rest.row } : { ...rest.row };
    const name = `${table} ${named(table, row)}`;
    const earlier = folds.get(name);
    if (!earlier) folds.set(name, { table, write, row });
    else {
      Object.assign(earlier.row, row);
      if (earlier.write === 'set') earlier.write = write;
    }
  }
  return [...folds.values()];
}

interface Batch extends Omit<Fold, 'row'> {
  columns: string[];
  rows: Fold['row'][];
}

/** Rows of one table and one set of columns go together. */
function gather(writes: readonly RowWrite[]): Batch[] {
  const batches = new Map<string, Batch>();
  for (const { table, write, row } of folded(writes)) {
    const columns = Object.keys(row).sort();
    const key = `${table} ${write} ${columns.join()}`;
    const batch = batches.get(key);
    if (batch) batch.rows.push(row);
    else batches.set(key, { table, write, columns, rows: [row] });
  }
  return [...batches.values()];
}

const quoted = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

/**
 * One statement for all rows of a table and a set of columns; PostgreSQL itself turns the JSON into typed rows. Rows that
 * stand are also named by the array $2: by the JSON alone the planner reads the whole table, and tables grow for years.
 */
function statement({ table, write, columns }: Batch): string {
  const keys: readonly string[] = KEYS[table];
  const rows = `json_populate_recordset(NULL::"${table}", $1::json)`;
  const others = columns.filter((column) => !keys.includes(column));
  if (write === 'set') {
    const sets = others.map((column) => `"${column}" = v."${column}"`).join(', ');
    const same = keys.map((column) => `t."${column}" = v."${column}"`).join(' AND ');
    const among = `t."${KEYS[table][0]}" = ANY($2)`;
    return `UPDATE "${table}" AS t SET ${sets} FROM ${rows} AS v WHERE ${same} AND ${among}`;
  }
  const insert = `INSERT INTO "${table}" (${quoted(columns)}) SELECT ${quoted(columns)} FROM ${rows}`;
  if (write === 'insert') return insert;
  const sets = others.map((column) => `"${column}" = EXCLUDED."${column}"`).join(', ');
  return `${insert} ON CONFLICT (${quoted(keys)}) DO ${sets ? `UPDATE SET ${sets}` : 'NOTHING'}`;
}

/** Sends a batch's rows: as many statements as there are tables and sets of columns, however many commands. */
export function flush(transaction: Transaction, writes: readonly RowWrite[]): void {
  for (const batch of gather(writes)) {
    const { table, write, rows } = batch;
    const standing = write === 'set' ? [rows.map((row) => row[KEYS[table][0]])] : [];
    transaction.send(statement(batch), JSON.stringify(rows), ...standing);
  }
}
