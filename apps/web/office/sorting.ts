export interface Sorting<K extends string> {
  by: K;
  descending: boolean;
}

/** Chinese by pinyin, and A2 before A10. */
const collator = new Intl.Collator('zh-CN', { numeric: true });

/** A click on a column's head: that column, upwards; the same again: downwards. */
export const sortedBy = <K extends string>(now: Sorting<K>, by: K): Sorting<K> => ({
  by,
  descending: now.by === by && !now.descending,
});

/** Rows without a value stand last either way; equal rows keep their order. */
export function sortRows<R, K extends string>(
  rows: readonly R[],
  { by, descending }: Sorting<K>,
  valueOf: (row: R, by: K) => string | number | null,
): R[] {
  const direction = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, value: valueOf(row, by) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return direction * collator.compare(String(a.value), String(b.value));
  });
  return keyed.map(({ row }) => row);
}
