/** How a test of a device ended; `pressed`: it waited for somebody, who did as asked. */
export const TEST_OUTCOMES = ['done', 'pressed', 'failed'] as const;
export type TestOutcome = (typeof TEST_OUTCOMES)[number];

/** What is told of it, beside the outcome. */
export const TEST_WORDS = [
  'printed',
  'shown',
  'rung',
  'well',
  /** The level that was pressed; it rates nobody. */
  'level-1',
  'level-2',
  'level-3',
  'level-4',
  'level-5',
  'read',
  'scanned',
  'unreadable',
  'nothing-came',
  /** A visitor needs it at this moment. */
  'in-use',
  'no-answer',
  'agent-away',
  'not-enrolled',
  'sound-blocked',
  'paper-low',
  'slip-left',
  'paper-out',
  'cover-open',
  'fault',
  'unreachable',
  'expired',
  'unknown',
  'refusing',
  'misconfigured',
] as const;
export type TestWord = (typeof TEST_WORDS)[number];

export interface TestResult {
  outcome: TestOutcome;
  words: TestWord;
}

export const passed = (words: TestWord): TestResult => ({ outcome: 'done', words });
export const failed = (words: TestWord): TestResult => ({ outcome: 'failed', words });

const isWord = (text: string): text is TestWord => TEST_WORDS.some((word) => word === text);
export const wordOf = (text: string): TestWord => (isWord(text) ? text : 'unknown');
