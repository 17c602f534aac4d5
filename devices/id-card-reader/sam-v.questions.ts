import { readCard, type CardReading } from './card-text.codec.js';
import { encodeRequest, type SamReply } from './sam-v.codec.js';

/**
 * A question and what can be its answer. Replies carry no number, so a reply that fits no answer is a late one to an earlier
 * question and is passed over.
 */
export interface Question<Value> {
  request: Uint8Array;
  withinMs: number;
  /** What a good reply says; null for any other. */
  good(reply: SamReply): Value | null;
  /** Words that say no to this question. */
  refusals: ReadonlySet<SamReply['word']>;
}

export interface Refused {
  kind: 'refused';
  word: SamReply['word'];
}

export type Answer<Value> = { kind: 'good'; value: Value } | Refused | { kind: 'late' } | { kind: 'lost' };

/** The reader itself is ill. */
export const FAULTS: ReadonlySet<SamReply['word']> = new Set([
  'reader-authentication-failed',
  'random-number-failed',
  'self-test-failed',
  'unauthorised',
]);

/** The question did not get through, or the answer is a riddle. */
const MISHEARD: ReadonlySet<SamReply['word']> = new Set([
  'checksum-error',
  'length-error',
  'bad-command',
  'unknown-error',
  'unlisted',
]);

/** This document cannot be read; the reader is well. */
export const DOCUMENT_REFUSALS: ReadonlySet<SamReply['word']> = new Set([
  'no-card',
  'select-failed',
  'card-authentication-failed',
  'verification-failed',
  'wrong-card',
  'read-failed',
  'no-content',
]);

const acknowledged = ({ word, data }: SamReply): true | null =>
  word === 'ok' && data.length === 0 ? true : null;

export const RESET: Question<true> = {
  request: encodeRequest(0x10, 0xff),
  withinMs: 2_000,
  good: acknowledged,
  refusals: new Set(),
};

export const STATUS: Question<true> = {
  request: encodeRequest(0x11, 0xff),
  withinMs: 500,
  good: acknowledged,
  refusals: new Set(),
};

export const FIND: Question<true> = {
  request: encodeRequest(0x20, 0x01),
  withinMs: 500,
  good: ({ word, data }) => (word === 'found' && data.length === 4 ? true : null),
  refusals: new Set(['no-card']),
};

export const SELECT: Question<true> = {
  request: encodeRequest(0x20, 0x02),
  withinMs: 1_000,
  good: ({ word, data }) => (word === 'ok' && data.length === 8 ? true : null),
  refusals: DOCUMENT_REFUSALS,
};

/** Text and photo; a reading takes about a second, at 9600 baud two and a half. */
export const READ: Question<CardReading> = {
  request: encodeRequest(0x30, 0x01),
  withinMs: 3_000,
  good: ({ word, data }) => (word === 'ok' ? readCard(data) : null),
  refusals: DOCUMENT_REFUSALS,
};

/** Null: no answer to this question. */
export function answerTo<Value>(
  { good, refusals }: Question<Value>,
  reply: SamReply,
): { kind: 'good'; value: Value } | Refused | null {
  const value = good(reply);
  if (value !== null) return { kind: 'good', value };
  const { word } = reply;
  return refusals.has(word) || FAULTS.has(word) || MISHEARD.has(word) ? { kind: 'refused', word } : null;
}
