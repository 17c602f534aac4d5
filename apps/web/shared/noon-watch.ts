import type { NoonWatch } from '#libs/contracts/snapshots';

/** What `screen.noon` names of a noon watch (requirement 9); lists of numbers are written apart in the two languages. */
export const noonNamed = ({ from, until, counters }: NoonWatch, language: 'zh-CN' | 'en') => ({
  // word joiners: the span never breaks over a line
  span: `${from}\u2060–\u2060${until}`,
  counters: counters.join(language === 'en' ? ', ' : '、'),
});
