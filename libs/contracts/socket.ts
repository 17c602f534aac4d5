import { z } from 'zod';
import { REFUSAL_CODES } from '../refusal.js';
import { snapshot } from './snapshots.js';

/**
 * How a page opens its socket (`io('/', { auth })`, cookies carry who it is):
 * - `screen`: an enrolled screen, by its device id; its cookie is `tingxu_screen_<id>`;
 * - `counter` / `duty` / `guide`: a signed-in member of staff, cookie `tingxu_session`;
 * - `follow`: a visitor's phone, by the token of the slip's QR code.
 */
export const handshake = z.discriminatedUnion('page', [
  z.object({ page: z.literal('screen'), deviceId: z.string() }),
  z.object({ page: z.literal('counter') }),
  z.object({ page: z.literal('duty') }),
  z.object({ page: z.literal('guide') }),
  z.object({ page: z.literal('follow'), token: z.string().max(200) }),
]);
export type Handshake = z.infer<typeof handshake>;

/** Why a socket was refused: `connect_error` carries one of these as its message. */
export const CONNECT_REFUSALS = [
  'not-enrolled',
  'not-signed-in',
  'not-at-a-counter',
  'ticket-unknown',
  'bad-input',
] as const;

/** Server → page, event `snapshot`: draw the newest number, ignore older ones of the same connection. */
export const snapshotMessage = z.object({
  number: z.number().int(),
  /** The server's clock when it was drawn: pages show ages and count down by it. */
  at: z.iso.datetime(),
  snapshot,
});
export type SnapshotMessage = z.infer<typeof snapshotMessage>;

/** Page → server, event `command`, answered through the ack. The same `requestId` again gets the same answer. */
export const commandMessage = z.object({
  name: z.string().max(60),
  requestId: z.string().min(8).max(64),
  body: z.record(z.string(), z.unknown()),
});
export type CommandMessage = z.infer<typeof commandMessage>;

export const refusalAnswer = z.object({
  code: z.enum(REFUSAL_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const commandReply = z.union([
  z.object({ ok: z.literal(true), answer: z.record(z.string(), z.unknown()) }),
  z.object({ ok: z.literal(false), refusal: refusalAnswer }),
  /** An accident on the server: try again with the same requestId; `incident` is for the administrator. */
  z.object({ ok: z.literal(false), incident: z.string() }),
]);
export type CommandReply = z.infer<typeof commandReply>;
