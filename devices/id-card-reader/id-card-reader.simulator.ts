import { listenTcp } from '../contract/tcp-wire.js';
import { realTimers, type Timers } from '../contract/timers.js';
import { VirtualCardReader } from './virtual-card-reader.js';

export interface IdCardReaderSimulatorOptions {
  /** Of the serial server; 0: any free one. */
  port: number;
  timers?: Timers;
}

export interface IdCardReaderSimulator {
  readonly port: number;
  /** Documents to lay and take away, and its moods. */
  readonly reader: VirtualCardReader;
  /** Hosts connected to the serial server. */
  hosts(): number;
  until(condition: () => boolean): Promise<void>;
  /** Reader and serial server lose their power. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

/** A reader behind a serial server on 127.0.0.1. */
export async function startIdCardReaderSimulator(
  options: IdCardReaderSimulatorOptions,
): Promise<IdCardReaderSimulator> {
  const { port, timers = realTimers } = options;
  const reader = new VirtualCardReader(timers, (bytes) => wire.send(bytes));
  const wire = await listenTcp({
    port,
    bytes: (chunk) => reader.receive(chunk),
    connected: () => reader.changed(),
  });
  const unplug = async (): Promise<void> => {
    await wire.unplug();
    reader.restart();
  };
  return {
    port: wire.port,
    reader,
    hosts: () => wire.hosts(),
    until: (condition) => reader.until(condition),
    unplug,
    plug: () => wire.plug(),
    close: unplug,
  };
}
