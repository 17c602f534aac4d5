/** How a slip says how many people are before its own (requirement 50). */
export const aheadSentence = (people: number): string =>
  people === 0 ? '前面无人，请留意叫号' : `您前面还有 ${people} 人等候`;
export const aheadSentenceEn = (people: number): string =>
  people === 0 ? 'You are next in line' : `People ahead of you: ${people}`;

/** How long it may take: nothing where nobody can tell, nor where nobody has to wait. */
export function waitSentence(wait: { medianMinutes: number; boundMinutes: number } | null): string {
  if (wait === null || wait.boundMinutes === 0) return '';
  const { medianMinutes: from, boundMinutes: to } = wait;
  return `预计等候 约 ${from === 0 || from === to ? to : `${from}–${to}`} 分钟`;
}

export const REPRINT_MARK = '【重打】Reprint';
