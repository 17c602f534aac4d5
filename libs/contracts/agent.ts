import { z } from 'zod';
import { LEVELS } from '../evaluation/levels.js';
import { printerState } from './snapshots.js';
import { slipJob, slipOutcome } from './slip.js';

/**
 * Agent ↔ server, socket.io namespace `/agent`; handshake auth `{ token }` (the token of its enrolment by a one-time code:
 * POST /api/devices/enrol {code} → {deviceId, token}).
 */
export const devicePort = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tcp'), host: z.string(), port: z.number().int().min(1).max(65535) }),
  z.object({ kind: z.literal('serial'), path: z.string(), baudRate: z.number().int() }),
]);

export const attachedDevice = z.object({
  id: z.string(),
  kind: z.enum(['slip-printer', 'evaluator-pad']),
  name: z.string(),
  driver: z.string(),
  port: devicePort,
  /** On a shared bus. */
  address: z.number().int().optional(),
});
export type AttachedDevice = z.infer<typeof attachedDevice>;

/** Server → agent, `devices`: the whole list, after each connect and each change. */
export const devicesMessage = z.object({ devices: z.array(attachedDevice), at: z.iso.datetime() });

/** Server → agent, `desired`: what one pad should show, whole; after each connect and each change. */
export const padWish = z.object({
  deviceId: z.string(),
  invitation: z.object({ id: z.string(), endsAt: z.iso.datetime() }).nullable(),
});
export type PadWish = z.infer<typeof padWish>;

/** Server → agent, `print`: one job; sent again after a reconnect until its outcome is known, so the agent keeps ids. */
export const printMessage = slipJob;

/** Agent → server, `outcome`, acknowledged: how a job ended. Repeated until acknowledged. */
export const outcomeMessage = z.object({ jobId: z.string(), outcome: slipOutcome });
export type OutcomeMessage = z.infer<typeof outcomeMessage>;

/** Agent → server, `health`, acknowledged: on change and after each connect. */
export const healthMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('slip-printer'), deviceId: z.string(), state: printerState }),
  z.object({
    kind: z.literal('evaluator-pad'),
    deviceId: z.string(),
    state: z.enum(['ready', 'unreachable']),
  }),
]);
export type HealthMessage = z.infer<typeof healthMessage>;

/** Agent → server, `input`, acknowledged with a CommandReply; repeated with the same requestId until acknowledged. */
export const inputMessage = z.object({
  requestId: z.string().min(1).max(64),
  deviceId: z.string(),
  kind: z.literal('level'),
  level: z.union(LEVELS.map((level) => z.literal(level))),
  /** The invitation that was lit when the key went down. */
  invitationId: z.string(),
  /** By the agent's clock, which follows the server's. */
  pressedAt: z.iso.datetime(),
});
export type InputMessage = z.infer<typeof inputMessage>;

/** Server → agent, `time`: the server's clock, after each connect and whenever it was moved. */
export const timeMessage = z.object({ at: z.iso.datetime() });
