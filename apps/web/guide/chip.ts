import type { GuideSnapshot } from '#libs/contracts/snapshots';

/** A choice to touch; null is the choice of none. */
export interface Chip {
  id: string | null;
  label: string;
  prefix?: string;
  note?: string;
  /** Greyed: the server will say why not. */
  off?: boolean;
}

export interface Named {
  name: string;
  nameEn: string;
}
/** In the page's language; Chinese where nobody wrote the English. */
export const nameIn = (locale: string, { name, nameEn }: Named): string =>
  locale === 'en' && nameEn !== '' ? nameEn : name;

type Say = (key: string, named: Record<string, string | number>) => string;

export const queueChips = (queues: GuideSnapshot['queues'], locale: string, t: Say): Chip[] =>
  queues.map((queue) => ({
    id: queue.id,
    prefix: queue.prefix,
    label: nameIn(locale, queue),
    note: queue.open ? t('issue.waiting', { count: queue.waiting }) : t('issue.shut', {}),
    off: !queue.open,
  }));

export const groupChips = (groups: GuideSnapshot['groups'], locale: string, t: Say): Chip[] => [
  { id: null, label: t('issue.noGroup', {}) },
  ...groups.map((group) => ({
    id: group.id,
    label: nameIn(locale, group),
    note: t(`evidence.${group.evidence}`, {}),
  })),
];
