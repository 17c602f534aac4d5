/** What proves that somebody belongs to a group (requirement 20). Checked by a person, or read from a laid card. */
export const EVIDENCE = ['birth-date', 'certificate', 'visible', 'uniform'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Somebody who is called earlier (requirements 20, 21). Never shown on a board. */
export interface PriorityGroup {
  id: string;
  name: string;
  nameEn: string;
  evidence: Evidence;
  /** Proved by birth date: whoever is so old belongs to it; null: only a person marks it. */
  fromAge: number | null;
}

/** By which rule the next ticket is found. Data, so that every call can be explained by it. */
export interface OrderPolicy {
  groups: PriorityGroup[];
  /** While both wait: so many of the groups, then so many of the others. Both at least 1, so that nobody starves. */
  share: { priority: number; ordinary: number };
  /** Whoever has waited for so many minutes is called before the share is asked; null: never. */
  ageingMinutes: number | null;
  /** May a clerk call a number out of turn? Logged each time (requirement 19). */
  callByNumber: boolean;
}

/** Nobody before anybody: a hall that has decided nothing calls in the order of numbers. */
export const PLAIN_ORDER: OrderPolicy = {
  groups: [],
  share: { priority: 1, ordinary: 2 },
  ageingMinutes: null,
  callByNumber: false,
};
