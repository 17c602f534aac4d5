import { listenTcp } from '../contract/tcp-wire.js';
import { realTimers, type Timers } from '../contract/timers.js';
import { VirtualPadBus } from './virtual-pad-bus.js';

export interface FourKeyPadSimulatorOptions {
  /** Of the serial server; 0: any free one. */
  port: number;
  /** Pads on the bus. */
  addresses: readonly number[];
  timers?: Timers;
}

export interface FourKeyPadSimulator {
  readonly port: number;
  /** The pads: keys to press, what they were told, their moods. */
  readonly bus: VirtualPadBus;
  /** Hosts connected to the serial server. */
  hosts(): number;
  until(condition: () => boolean): Promise<void>;
  /** The serial server loses its power, the pads keep theirs. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

/** Pads behind a serial server on 127.0.0.1. */
export async function startFourKeyPadSimulator(
  options: FourKeyPadSimulatorOptions,
): Promise<FourKeyPadSimulator> {
  const { port, addresses, timers = realTimers } = options;
  let hosts = 0;
  const bus = new VirtualPadBus(addresses, timers, (bytes) => wire.send(bytes));
  const wire = await listenTcp({
    port,
    bytes: (chunk) => bus.receive(chunk),
    connected: (count) => {
      hosts = count;
      bus.changed();
    },
  });
  return {
    port: wire.port,
    bus,
    hosts: () => hosts,
    until: (condition) => bus.until(condition),
    unplug: () => wire.unplug(),
    plug: () => wire.plug(),
    close: async () => {
      bus.restart();
      await wire.close();
    },
  };
}
