export interface Numbering {
  /** A new connection counts from anew. */
  restart(): void;
  /** True for a number newer than all before it on this connection. */
  isNewer(number: number): boolean;
}

/** Which of the arriving snapshots is drawn: the newest one; older ones that come late are not. */
export function createNumbering(): Numbering {
  let newest = Number.NEGATIVE_INFINITY;
  return {
    restart() {
      newest = Number.NEGATIVE_INFINITY;
    },
    isNewer(number) {
      if (number <= newest) return false;
      newest = number;
      return true;
    },
  };
}
