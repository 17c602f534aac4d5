import { ENQUIRY_CHANNELS, ENQUIRY_OUTCOMES, type EnquiryChannel, type EnquiryOutcome } from './enquiry.js';

/** What is counted of one enquiry. */
export interface Counted {
  day: string;
  channel: string;
  outcome: string | null;
  dueAt: Date;
  repliedAt: Date | null;
}

/** A reply is late when its time had run out, whether it came after all or not. */
export interface Tally {
  all: number;
  inTime: number;
  late: number;
  /** No reply yet, and still time. */
  running: number;
}

export interface EnquiryFigures {
  all: Tally;
  channels: Record<EnquiryChannel, Tally>;
  outcomes: Record<EnquiryOutcome, number>;
  /** Newest first, days without any left out. */
  days: { day: string; channels: Record<EnquiryChannel, number>; tally: Tally }[];
}

/** Records and statistics of what was asked by which way (requirements 33, 37). */
export function enquiryFigures(rows: readonly Counted[], at: Date): EnquiryFigures {
  const days = [...new Set(rows.map(({ day }) => day))].sort().reverse();
  const by = (channel: EnquiryChannel) => (row: Counted) => row.channel === channel;
  return {
    all: tallyOf(rows, at),
    channels: ofEach(ENQUIRY_CHANNELS, (channel) => tallyOf(rows.filter(by(channel)), at)),
    outcomes: ofEach(ENQUIRY_OUTCOMES, (name) => rows.filter(({ outcome }) => outcome === name).length),
    days: days.map((day) => {
      const those = rows.filter((row) => row.day === day);
      const channels = ofEach(ENQUIRY_CHANNELS, (channel) => those.filter(by(channel)).length);
      return { day, channels, tally: tallyOf(those, at) };
    }),
  };
}

function tallyOf(rows: readonly Counted[], at: Date): Tally {
  const late = rows.filter(({ dueAt, repliedAt }) => (repliedAt ?? at) > dueAt).length;
  const inTime = rows.filter(({ dueAt, repliedAt }) => repliedAt !== null && repliedAt <= dueAt).length;
  return { all: rows.length, inTime, late, running: rows.length - inTime - late };
}

function ofEach<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value>;
function ofEach(names: readonly string[], valueOf: (name: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)]));
}
