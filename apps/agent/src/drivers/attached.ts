import type { z } from 'zod';
import type {
  AttachedDevice,
  CardMessage,
  DeviceWish,
  HealthMessage,
  InputMessage,
} from '#libs/contracts/agent';
import type { CommandReply } from '#libs/contracts/socket';
import type { PrintDocument } from '#libs/fleet/print-document';
import type { SlipOutcome } from '#libs/contracts/slip';
import type { Line } from '#devices/contract/line';
import type { Timers } from '#devices/contract/timers';

type Bare<Message> = Message extends unknown ? Omit<Message, 'requestId' | 'deviceId'> : never;
/** What somebody did at a device; the outbox adds which device, and an id of its own. */
export type Input = Bare<InputMessage>;
export type CardRead = CardMessage['read'];

/** What a driver needs of the agent. */
export interface Surroundings {
  line: Line;
  timers: Timers;
  /** `cause`: why, in short words, where the driver knows. */
  onHealth(state: HealthMessage['state'], cause?: string | null): void;
  onInput(input: Input): void;
  /** A document was laid down: told at once, or not at all. */
  onCard(read: CardRead): void;
  log(line: string): void;
}

/** A device on its wire, as far as the agent deals with it. */
export interface Attached {
  start(): void;
  stop(): Promise<void>;
  show?(wish: DeviceWish): void;
  /** One that can make itself heard. */
  beep?(): void;
  print?(document: PrintDocument): Promise<SlipOutcome>;
  /** How the server took an input of this device. */
  answered?(input: Input, reply: CommandReply): void;
}

/** Throws, in words for the log, when the device's settings do not do. */
export type Attach = (device: AttachedDevice, around: Surroundings) => Attached;

export function addressOf({ address }: AttachedDevice): number {
  if (address === undefined) throw new Error('it has no address on its bus');
  return address;
}

/** Throws, in words for the log, when the settings are not this driver's. */
export const settled = <Settings>(schema: z.ZodType<Settings>, { settings }: AttachedDevice): Settings =>
  schema.parse(settings ?? {});
