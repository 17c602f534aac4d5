import { z } from 'zod';
import { deviceSettings } from './device-settings.js';
import { LEVELS } from '../evaluation/levels.js';
import { TEST_OUTCOMES, TEST_WORDS } from '../fleet/device-test.js';
import { PRINTER_STATES } from '../fleet/fleet-event.js';
import { KEYPAD_ACTIONS } from '../queueing/keypad.js';
import { printDocument } from './print-document.js';
import { slipJob, slipOutcome } from './slip.js';

/** Why a laid document says nothing: its visitor gets a ticket all the same. */
export const UNREADABLE = ['read-failed', 'check-digit', 'not-a-resident-card'] as const;

/**
 * Agent ↔ server, socket.io namespace `/agent`; handshake auth `{ token }` (the token of its enrolment by a one-time code:
 * POST /api/devices/enrol {code} → {deviceId, token}).
 */
const word = z.number().int().min(0).max(0xffff);
export const devicePort = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['tcp', 'udp', 'websocket']),
    host: z.string(),
    port: z.number().int().min(1).max(65535),
  }),
  z.object({ kind: z.literal('serial'), path: z.string(), baudRate: z.number().int() }),
  z.object({
    kind: z.literal('hid'),
    vendorId: word,
    productId: word,
    serialNumber: z.string().max(100).optional(),
    usagePage: word.optional(),
    usage: word.optional(),
  }),
  z.object({ kind: z.literal('character'), path: z.string().regex(/^\/dev\/[\w./-]+$/) }),
]);

/** What hangs on an agent's wires. */
export const WIRED_KINDS = [
  'slip-printer',
  'evaluator-pad',
  'call-keypad',
  'counter-sign',
  'id-card-reader',
  'scanner',
] as const;

export const attachedDevice = z.object({
  id: z.string(),
  kind: z.enum(WIRED_KINDS),
  name: z.string(),
  driver: z.string(),
  port: devicePort,
  /** On a shared bus. */
  address: z.number().int().optional(),
  settings: deviceSettings.optional(),
});
export type AttachedDevice = z.infer<typeof attachedDevice>;

/** Server → agent, `devices`: the whole list, after each connect and each change. */
export const devicesMessage = z.object({ devices: z.array(attachedDevice), at: z.iso.datetime() });

const bright = {
  text: z.string(),
  /** 1 to 16; absent: as the sign itself has it. */
  brightness: z.number().int().min(1).max(16).optional(),
};
const signShows = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle'), ...bright }),
  z.object({ kind: z.literal('call'), ...bright }),
  z.object({ kind: z.literal('paused'), ...bright }),
  z.object({ kind: z.literal('dark') }),
]);

/** Server → agent, `desired`: what one device should show, whole; after each connect and each change. */
export const padWish = z.object({
  kind: z.literal('evaluator-pad'),
  deviceId: z.string(),
  invitation: z.object({ id: z.string(), endsAt: z.iso.datetime() }).nullable(),
});
const keypadWish = z.object({
  kind: z.literal('call-keypad'),
  deviceId: z.string(),
  ticket: z.object({ ticketId: z.string(), number: z.string() }).nullable(),
  /** Visitors who wait for this counter; null where nobody sits at it. */
  waiting: z.number().int().nullable(),
});
const signWish = z.object({ kind: z.literal('counter-sign'), deviceId: z.string(), shows: signShows });
export const deviceWish = z.discriminatedUnion('kind', [padWish, keypadWish, signWish]);
export type DeviceWish = z.infer<typeof deviceWish>;

/** Server → agent, `print`: one job; sent again after a reconnect until its outcome is known, so the agent keeps ids. */
export const printMessage = slipJob;

/** Agent → server, `outcome`, acknowledged: how a job ended. Repeated until acknowledged. */
export const outcomeMessage = z.object({ jobId: z.string(), outcome: slipOutcome });
export type OutcomeMessage = z.infer<typeof outcomeMessage>;

/** How a device is. `refusing`: it answers, and says no. `misconfigured`: its settings do not do. */
export const DEVICE_STATES = [...PRINTER_STATES, 'refusing', 'misconfigured'] as const;

export const CAUSE_LENGTH = 200;

/** Agent → server, `health`, acknowledged: on change and after each connect. */
export const healthMessage = z.object({
  deviceId: z.string(),
  state: z.enum(DEVICE_STATES),
  /** Why, in short words for the office, where the driver or its wire knows; of nobody. */
  cause: z.string().max(CAUSE_LENGTH).optional(),
});
export type HealthMessage = z.infer<typeof healthMessage>;

const input = z.object({
  requestId: z.string().min(1).max(64),
  deviceId: z.string(),
  /** By the agent's clock, which follows the server's. */
  pressedAt: z.iso.datetime(),
});

/** Agent → server, `input`, acknowledged with a CommandReply; repeated with the same requestId until acknowledged. */
export const inputMessage = z.discriminatedUnion('kind', [
  input.extend({
    kind: z.literal('level'),
    level: z.union(LEVELS.map((level) => z.literal(level))),
    /** The invitation that was lit when the key went down. */
    invitationId: z.string(),
  }),
  input.extend({
    kind: z.literal('key'),
    action: z.enum(KEYPAD_ACTIONS),
    target: z.number().int().nullable(),
    /** The ticket on the display when the key went down. */
    shown: z.string().nullable(),
    /** The same key again, after the keypad asked once more. */
    confirmed: z.boolean(),
  }),
  input.extend({ kind: z.literal('scan'), text: z.string().min(1).max(500) }),
]);
export type InputMessage = z.infer<typeof inputMessage>;

/**
 * Agent → server, `card`, acknowledged: a document was laid on a reader. Sent at once or never, and written to no disk:
 * whoever laid it stands there and lays it again.
 */
export const cardMessage = z.object({
  deviceId: z.string(),
  read: z.union([
    z.object({ name: z.string(), idNumber: z.string() }),
    z.object({ unreadable: z.enum(UNREADABLE) }),
  ]),
});
export type CardMessage = z.infer<typeof cardMessage>;

const label = z.string().max(200).nullable();
export const pluggedSerial = z.object({
  path: z.string().max(200),
  /** The name that stays the same at every plug and start; null where the system has none. */
  stablePath: label,
  ...{ maker: label, serialNumber: label, vendorId: word.nullable(), productId: word.nullable() },
});
export const pluggedHid = z.object({
  ...{ vendorId: word, productId: word, serialNumber: label },
  ...{ usagePage: word.nullable(), usage: word.nullable(), maker: label, product: label },
});

/** Agent → server, `plugged-in`, acknowledged: serial ports and HID devices of its computer, after each connect and change. */
export const pluggedInMessage = z.object({
  serial: z.array(pluggedSerial).max(100),
  hid: z.array(pluggedHid).max(300),
  /** What could not be looked at, in words. */
  problems: z.array(z.string().max(500)).max(10),
});
export type PluggedInMessage = z.infer<typeof pluggedInMessage>;

/** Server → agent, `test`: try one device now. `document`: what a printer prints. */
export const testMessage = z.object({
  testId: z.string(),
  deviceId: z.string(),
  document: printDocument.optional(),
});
export type TestMessage = z.infer<typeof testMessage>;

/** Agent → server, `tested`: how it went. Nothing that was done at the device meanwhile is an input. */
export const testedMessage = z.object({
  testId: z.string(),
  outcome: z.enum(TEST_OUTCOMES),
  words: z.enum(TEST_WORDS),
});
export type TestedMessage = z.infer<typeof testedMessage>;

/** Server → agent, `time`: the server's clock, after each connect and whenever it was moved. */
export const timeMessage = z.object({ at: z.iso.datetime() });
