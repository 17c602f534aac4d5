import type { LifeEvent } from './guide.js';
import { LIFE_EVENT_NAMES } from './life-event-names.js';

/** How a text is read aloud: the syllables of its letters, without tones. */
export type Spell = (text: string) => string[];

export interface Findable {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  authority: string;
  events: readonly LifeEvent[];
}

/** A name in the shapes it is looked for in. */
interface Shape {
  text: string;
  spelling: string;
  /** Where a syllable begins in the spelling. */
  starts: ReadonlySet<number>;
  initials: string;
}

export interface Indexed extends Findable {
  nameShape: Shape;
  authorityShape: Shape;
  english: string;
  plainCode: string;
  eventNames: string[];
  /** Of the name's letters, spelling and initials: each two that stand together. */
  pairs: readonly ReadonlySet<string>[];
}

export interface Sought {
  query?: string | undefined;
  /** 办理主体, as guides name it. */
  department?: string | undefined;
  event?: LifeEvent | undefined;
}

/** Full and half width, capitals, spaces and punctuation make no difference. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');

const pairs = (text: string): Set<string> => {
  const found = new Set<string>();
  for (let place = 0; place < text.length - 1; place += 1) found.add(text.slice(place, place + 2));
  return found;
};

function shapeOf(text: string, spell: Spell): Shape {
  const syllables = spell(plain(text)).map(plain);
  const starts = new Set<number>();
  let length = 0;
  for (const syllable of syllables) {
    starts.add(length);
    length += syllable.length;
  }
  return {
    text: plain(text),
    spelling: syllables.join(''),
    starts,
    initials: syllables.map((syllable) => syllable.slice(0, 1)).join(''),
  };
}

export function indexed(one: Findable, spell: Spell): Indexed {
  const nameShape = shapeOf(one.name, spell);
  return {
    ...{ ...one, nameShape },
    authorityShape: shapeOf(one.authority, spell),
    english: plain(one.nameEn),
    plainCode: plain(one.code),
    eventNames: one.events.map((event) => plain(LIFE_EVENT_NAMES[event])),
    pairs: [nameShape.text, nameShape.spelling, nameShape.initials].map(pairs),
  };
}

/** The place of a spelling that begins with a syllable; -1: none. */
function spelledAt({ spelling, starts }: Shape, query: string): number {
  let at = spelling.indexOf(query);
  while (at > 0 && !starts.has(at)) at = spelling.indexOf(query, at + 1);
  return at;
}

const STARTS_BONUS = 5;
/** Of what is found at a place, or nowhere: the more, the nearer to the beginning. */
const worth = (place: number, points: number): number =>
  place < 0 ? 0 : points + (place === 0 ? STARTS_BONUS : 0);

/** How well one answers a query; 0: not at all. The name before the code, before its sounds, before who does it. */
function score(one: Indexed, query: string): number {
  const { nameShape, authorityShape } = one;
  if (nameShape.text === query || one.plainCode === query) return 100;
  return Math.max(
    worth(nameShape.text.indexOf(query), 90),
    one.plainCode.startsWith(query) ? 85 : 0,
    worth(nameShape.initials.indexOf(query), 70),
    worth(spelledAt(nameShape, query), 70),
    worth(one.english.indexOf(query), 60),
    one.eventNames.some((name) => name.includes(query)) ? 50 : 0,
    worth(authorityShape.text.indexOf(query), 40),
    worth(authorityShape.initials.indexOf(query), 30),
    worth(spelledAt(authorityShape, query), 30),
  );
}

const fits = (one: Indexed, { department, event }: Sought): boolean =>
  (department === undefined || one.authority === department) &&
  (event === undefined || one.events.includes(event));

/** The best first; of equals the shorter name, then by code. Without a query: all that fit, by code. */
export function search(index: readonly Indexed[], sought: Sought): Indexed[] {
  const query = plain(sought.query ?? '');
  if (query === '' && (sought.query ?? '').trim() !== '') return [];
  const found: { one: Indexed; points: number }[] = [];
  for (const one of index) {
    if (!fits(one, sought)) continue;
    const points = query === '' ? 1 : score(one, query);
    if (points > 0) found.push({ one, points });
  }
  return found
    .sort((a, b) => b.points - a.points || (query === '' ? 0 : shorter(a.one, b.one)) || byCode(a.one, b.one))
    .map(({ one }) => one);
}

const shorter = (a: Indexed, b: Indexed): number => a.name.length - b.name.length;
const byCode = (a: Indexed, b: Indexed): number => (a.code < b.code ? -1 : 1);

/** Less than this much in common is no suggestion. */
const ALIKE = 0.2;

/** Where nothing was found: what is written or spelled most like it. */
export function nearest(index: readonly Indexed[], query: string, most: number): Indexed[] {
  const asked = pairs(plain(query));
  if (asked.size === 0) return [];
  const likeness = (own: ReadonlySet<string>): number => {
    let shared = 0;
    for (const pair of asked) if (own.has(pair)) shared += 1;
    return (2 * shared) / (asked.size + own.size);
  };
  return index
    .map((one) => ({ one, alike: Math.max(...one.pairs.map(likeness)) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || byCode(a.one, b.one))
    .slice(0, most)
    .map(({ one }) => one);
}
