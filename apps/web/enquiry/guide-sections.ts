import type { PublicList } from '#libs/disclosure/disclosure-policy';
import { GUIDE_PARTS, type GuidePart } from '#libs/disclosure/guide';
import { LIST_ITEMS } from '#libs/disclosure/public-lists';

/** What a reader is shown as one piece. `samples` stand with their papers. */
export type ShownPart = Exclude<GuidePart, 'samples' | 'name'>;
export interface Section {
  /** As the hall's list words it; null: a part that the list does not ask for. */
  item: string | null;
  parts: ShownPart[];
}

const isShown = (part: GuidePart): part is ShownPart => part !== 'samples' && part !== 'name';

/** What people come for stands first. */
const FIRST: readonly ShownPart[] = ['materials', 'conditions', 'procedure', 'promisedLimit', 'feeStandard'];
const rank = ({ parts }: Section): number => {
  const places = parts.map((part) => FIRST.indexOf(part)).filter((place) => place >= 0);
  return places.length > 0 ? Math.min(...places) : FIRST.length;
};

/** A guide in the sections of the hall's list, and then what else it tells. */
export function sectionsOf(list: PublicList): Section[] {
  const own: Section[] = LIST_ITEMS[list].map(({ item, parts }) => ({ item, parts: parts.filter(isShown) }));
  const listed = own.flatMap(({ parts }) => parts);
  const others = GUIDE_PARTS.filter(isShown).filter((part) => !listed.includes(part));
  return [...own, ...others.map((part): Section => ({ item: null, parts: [part] }))]
    .filter(({ parts }) => parts.length > 0)
    .sort((a, b) => rank(a) - rank(b));
}
