import { z } from 'zod';
import { LEVELS } from '../evaluation/levels.js';

/**
 * The lab page of the demonstration ↔ the simulated devices, socket.io under `LAB_PATH`. Page → bench: `act`, acknowledged;
 * bench → page: `device`, one device whole, after each connect and each change.
 */

/** What a person can do to a device or its wire and undo again. `ill`: it answers that it cannot work. */
export const MOODS = ['unplugged', 'deaf', 'late', 'cover-open', 'jammed', 'ill', 'refusing'] as const;
export type Mood = (typeof MOODS)[number];

export const PAPER = ['full', 'near-end', 'out'] as const;

/** Where it stands, by the hall's configuration. */
const place = z.union([
  z.object({ kioskOf: z.enum(['county', 'town']) }),
  z.object({ counterNumber: z.number().int() }),
]);

const device = {
  id: z.string(),
  place,
  /** A driver holds the line; null where the wire cannot tell. */
  connected: z.boolean().nullable(),
  /** Those it can have. */
  moods: z.array(z.object({ mood: z.enum(MOODS), on: z.boolean() })),
};

/** Invented, as everybody in the demonstration. */
const laidDocument = z.object({ id: z.string(), name: z.string(), idNumber: z.string() });

export const labDevice = z.discriminatedUnion('kind', [
  z.object({
    ...device,
    kind: z.literal('slip-printer'),
    paper: z.enum(PAPER),
    /** The newest ones, newest first. SVG; `code`: what its QR code says. */
    slips: z.array(z.object({ number: z.number().int(), picture: z.string(), code: z.string().nullable() })),
  }),
  z.object({
    ...device,
    kind: z.literal('id-card-reader'),
    /** People whose cards can be laid, and documents that do not become a card, by name. */
    cards: z.array(laidDocument),
    troubles: z.array(z.string()),
    /** The id of the card or the name of the trouble. */
    laid: z.string().nullable(),
  }),
  z.object({ ...device, kind: z.literal('scanner'), scanned: z.string().nullable() }),
  /** Pad and caller on one wire. */
  z.object({
    ...device,
    kind: z.literal('counter-bus'),
    pad: z.object({
      lit: z.boolean(),
      sending: z.boolean(),
      /** As they stand, the best level first. */
      keys: z.array(
        z.object({ key: z.number().int(), level: z.union(LEVELS.map((level) => z.literal(level))) }),
      ),
    }),
    keypad: z.object({
      /** Three places each; a blank is a space. */
      waiting: z.string(),
      ticket: z.string(),
      /** Since it was made. */
      beeps: z.number().int(),
      sending: z.boolean(),
    }),
  }),
  z.object({
    ...device,
    kind: z.literal('counter-sign'),
    driver: z.string(),
    on: z.boolean(),
    text: z.string(),
    colour: z.enum(['red', 'green', 'yellow']).nullable(),
    /** The bar moves the text by itself. */
    moves: z.boolean(),
  }),
]);
export type LabDevice = z.infer<typeof labDevice>;
export type LabDeviceOf<Kind extends LabDevice['kind']> = Extract<LabDevice, { kind: Kind }>;

const digit = z.number().int().min(0).max(9);

/** What a hand does. A device ignores what cannot be done to it. */
export const handAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('mood'), mood: z.enum(MOODS), on: z.boolean() }),
  /** Once: bytes that mean nothing on the line. */
  z.object({ act: z.literal('noise') }),
  z.object({ act: z.literal('paper'), paper: z.enum(PAPER) }),
  /** Null: taken away. */
  z.object({ act: z.literal('lay'), document: z.string().nullable() }),
  z.object({ act: z.literal('scan'), text: z.string().min(1).max(300) }),
  /** 0 to 3. */
  z.object({ act: z.literal('pad-key'), key: z.number().int().min(0).max(3) }),
  /** A key's code, and the digits typed before it. */
  z.object({
    act: z.literal('keypad-key'),
    key: z.number().int().min(0x0b).max(0x13),
    digits: z.array(digit).max(2),
  }),
]);
export type HandAct = z.infer<typeof handAct>;

export const labAct = z.object({ deviceId: z.string(), hand: handAct });
export type LabAct = z.infer<typeof labAct>;
