/** In the order in which a hall is thought through: when, then how many, then who, then where. */
export const SECTIONS = [
  'hours',
  'days',
  'extra',
  'noon',
  'numbers',
  'order',
  'missed',
  'routes',
  'booking',
  'visitors',
  'counters',
  'slip',
  'skills',
  'enquiries',
  'collections',
  'devices',
  'publications',
  'disclosure',
] as const;
export type Section = (typeof SECTIONS)[number];

export const sectionOf = (id: string | null): Section =>
  SECTIONS.find((section) => section === id) ?? SECTIONS[0];
