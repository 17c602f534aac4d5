import type { BoardCall } from '#libs/contracts/snapshots';
import { callPhrase, type ClipUnit } from '#libs/queueing/phrase';
import { createSpokenRecord, type Keepsake } from './voice/spoken-record.js';

/** One reading of a call: the clips, and the same for a voice that reads text. */
export interface Reading {
  units: readonly ClipUnit[];
  spoken: string;
}

export interface AnnouncerPorts {
  /** Ends when the last sound has ended; never begun before the one before has ended. */
  play(reading: Reading): Promise<void>;
  now(): Date;
  keepsake: Keepsake;
  /** What is being spoken now, for the caption; null = nothing. */
  show(call: BoardCall | null): void;
}

export interface Announcer {
  /** The calls of the newest snapshot; empty on a board that is not the zone's announcer. */
  hear(calls: readonly BoardCall[]): void;
}

/** The snapshot's list is no longer than this (libs/contracts, boardSnapshot): only from a full one do calls fall off. */
const LIST_LENGTH = 12;

/** Calls that other calls pushed off a full list still wait to be spoken, unless their ticket was called again. */
function withFallenOff(before: readonly BoardCall[], list: readonly BoardCall[]): readonly BoardCall[] {
  if (list.length < LIST_LENGTH) return list;
  const oldest = Math.min(...list.map((call) => call.announcement));
  const listed = new Set(list.map((call) => call.ticketId));
  return [...list, ...before.filter((call) => call.announcement < oldest && !listed.has(call.ticketId))];
}

/** Speaks each announcement once, in order, with one chime: twice, or once while others wait (look.md, Words). */
export function createAnnouncer({ play, now, keepsake, show }: AnnouncerPorts): Announcer {
  const spoken = createSpokenRecord(keepsake);
  let calls: readonly BoardCall[] = [];
  let speaking = false;

  const saysSomething = (call: BoardCall): boolean =>
    !call.over && Date.parse(call.expiresAt) > now().getTime();

  function nextCall(): BoardCall | undefined {
    const due = calls.filter((call) => saysSomething(call) && !spoken.has(call));
    return [...due].sort((a, b) => a.announcement - b.announcement)[0];
  }

  function stillWanted(announcement: number): boolean {
    const call = calls.find((other) => other.announcement === announcement);
    return call !== undefined && saysSomething(call);
  }

  /** A voice that fails must not silence the calls after it. */
  const read = (reading: Reading): Promise<void> => play(reading).catch(() => undefined);

  async function announce(call: BoardCall): Promise<void> {
    spoken.add(call, now());
    show(call);
    const { units, spoken: text } = callPhrase(call.number, call.counterNumber);
    await read({ units: ['chime', ...units], spoken: text });
    if (!nextCall() && stillWanted(call.announcement)) await read({ units, spoken: text });
  }

  async function speakAll(): Promise<void> {
    speaking = true;
    for (let call = nextCall(); call; call = nextCall()) await announce(call);
    show(null);
    speaking = false;
  }

  return {
    hear(list) {
      calls = withFallenOff(calls, list);
      if (!speaking && nextCall()) void speakAll();
    },
  };
}
