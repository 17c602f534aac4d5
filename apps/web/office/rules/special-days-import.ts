import type { SpecialDay } from '#libs/calendar/hall-calendar';

/** What is wrong with a line: the last part of a sentence's key. */
export type LineFault = 'parts' | 'day' | 'kind' | 'weekday' | 'twice';
export interface BadLine {
  /** As counted in an editor, from 1. */
  line: number;
  text: string;
  fault: LineFault;
}
export interface Import {
  days: SpecialDay[];
  bad: BadLine[];
}

const KINDS: Readonly<Record<string, SpecialDay['kind']>> = {
  holiday: 'holiday',
  workday: 'workday',
  节假日: 'holiday',
  放假: 'holiday',
  调休: 'workday',
  上班: 'workday',
};

/** One line a day: `2026-10-01,holiday,国庆节` or `2026-10-10,workday,国庆调休,5`. Days already there are not taken twice. */
export function importSpecialDays(text: string, known: readonly string[]): Import {
  const seen = new Set(known);
  const found: Import = { days: [], bad: [] };
  text.split(/\r?\n/).forEach((line, place) => {
    if (line.trim() === '') return;
    const read = readLine(line);
    const fault = typeof read === 'string' ? read : seen.has(read.day) ? 'twice' : null;
    if (fault !== null) found.bad.push({ line: place + 1, text: line.trim(), fault });
    else if (typeof read !== 'string') {
      seen.add(read.day);
      found.days.push(read);
    }
  });
  return found;
}

function readLine(line: string): SpecialDay | LineFault {
  const parts = line.split(/[,，\t]/).map((part) => part.trim());
  while (parts.length > 3 && parts[parts.length - 1] === '') parts.pop();
  const [day = '', word = '', name = '', weekday] = parts;
  const kind = KINDS[word.toLowerCase()];
  if (parts.length < 3 || parts.length > 4 || name === '' || name.length > 200) return 'parts';
  if (!isDate(day)) return 'day';
  if (!kind) return 'kind';
  if (kind === 'holiday') return weekday === undefined ? { day, kind, name } : 'parts';
  return weekday && /^[1-7]$/.test(weekday) ? { day, kind, name, asWeekday: Number(weekday) } : 'weekday';
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
