import { startBusSimulator, type BusSimulator } from '../contract/bus-simulator.js';
import { realTimers, type Timers } from '../contract/timers.js';
import { VirtualPadBus } from './virtual-pad-bus.js';

export interface FourKeyPadSimulatorOptions {
  /** Of the serial server; 0: any free one. */
  port: number;
  /** Pads on the bus. */
  addresses: readonly number[];
  timers?: Timers;
}

export type FourKeyPadSimulator = BusSimulator<VirtualPadBus>;

/** Pads behind a serial server on 127.0.0.1. */
export const startFourKeyPadSimulator = ({
  port,
  addresses,
  timers = realTimers,
}: FourKeyPadSimulatorOptions): Promise<FourKeyPadSimulator> =>
  startBusSimulator(port, (send) => new VirtualPadBus(addresses, timers, send));
