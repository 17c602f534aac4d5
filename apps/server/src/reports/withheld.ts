/** Fewer than this tell about persons, not about the hall. */
export const FEWEST = 5;

interface Counted {
  level: number;
  count: number;
}

/**
 * Ratings by level, as the public may see them. Small counts are hidden, and as many more, the smallest first, as it takes
 * until the hidden ones together are no small count either: the sum over all levels is public, so what is left out could
 * be had by subtraction. Zeros are hidden with them, or two ratings in two levels would be one each.
 */
export function withheld(counted: readonly Counted[]): { level: number; count: number | null }[] {
  const all = counted.reduce((sum, { count }) => sum + count, 0);
  if (all >= FEWEST && counted.every(({ count }) => count === 0 || count >= FEWEST)) return [...counted];
  const hidden = new Set<number>();
  let together = 0;
  for (const { level, count } of counted.toSorted((a, b) => a.count - b.count)) {
    if (count >= FEWEST && together >= FEWEST) break;
    hidden.add(level);
    together += count;
  }
  return counted.map(({ level, count }) => ({ level, count: hidden.has(level) ? null : count }));
}
