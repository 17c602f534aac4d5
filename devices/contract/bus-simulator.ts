import { listenTcp } from './tcp-wire.js';
import type { VirtualBus } from './virtual-bus.js';

/** A serial server on 127.0.0.1 with a bus behind it. */
export interface BusSimulator<Bus extends VirtualBus> {
  readonly port: number;
  /** The devices: keys to press, what they were told, their moods. Devices of other families can be plugged in. */
  readonly bus: Bus;
  /** Hosts connected to the serial server. */
  hosts(): number;
  until(condition: () => boolean): Promise<void>;
  /** The serial server loses its power, the devices keep theirs. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

/** `port` of the serial server; 0: any free one. `build` makes the bus, given the way to the host. */
export async function startBusSimulator<Bus extends VirtualBus>(
  port: number,
  build: (send: (bytes: Uint8Array) => void) => Bus,
): Promise<BusSimulator<Bus>> {
  const bus = build((bytes) => wire.send(bytes));
  const wire = await listenTcp({
    port,
    bytes: (chunk) => bus.receive(chunk),
    connected: () => bus.changed(),
  });
  return {
    port: wire.port,
    bus,
    hosts: () => wire.hosts(),
    until: (condition) => bus.until(condition),
    unplug: () => wire.unplug(),
    plug: () => wire.plug(),
    close: async () => {
      bus.restart();
      await wire.close();
    },
  };
}
