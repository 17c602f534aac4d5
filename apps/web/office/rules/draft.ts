/** Deep, and plain: what comes over the wire is JSON anyway. */
export function copyOf<T>(value: T): T {
  const copy: T = JSON.parse(JSON.stringify(value));
  return copy;
}

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** In how many places two documents differ. A row added or removed is one place, however the others moved. */
export function changesBetween(before: unknown, after: unknown): number {
  if (Array.isArray(before) && Array.isArray(after)) return changesOfRows(before, after);
  if (!isThing(before) || !isThing(after)) return before === after ? 0 : 1;
  const keys = Array.from(new Set([...Object.keys(before), ...Object.keys(after)]));
  return keys.reduce((sum, key) => sum + changesBetween(before[key], after[key]), 0);
}

function changesOfRows(before: readonly unknown[], after: readonly unknown[]): number {
  const things = [...before, ...after].every(isThing);
  if (!things) return JSON.stringify(before) === JSON.stringify(after) ? 0 : 1;
  if (before.length === after.length)
    return before.reduce<number>((sum, row, place) => sum + changesBetween(row, after[place]), 0);
  const left = before.map((row) => JSON.stringify(row));
  let fresh = 0;
  for (const row of after) {
    const place = left.indexOf(JSON.stringify(row));
    if (place < 0) fresh += 1;
    else left.splice(place, 1);
  }
  return Math.max(fresh, left.length);
}

/** `group-3`: the first that nothing has yet. */
export function freeId(kind: string, things: readonly { id: string }[]): string {
  let number = things.length + 1;
  while (things.some(({ id }) => id === `${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}

/** `9:5`, `900` and `9：00` are times too for whoever types them. What is none stays, to be seen and mended. */
export function tidyTime(text: string): string {
  const parts = /^\s*(\d{1,2})\s*[:：.]?\s*(\d{2})\s*$/.exec(text);
  return parts ? `${String(parts[1]).padStart(2, '0')}:${parts[2]}` : text.trim();
}
