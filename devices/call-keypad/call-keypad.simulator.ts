import { startBusSimulator, type BusSimulator } from '../contract/bus-simulator.js';
import { realTimers, type Timers } from '../contract/timers.js';
import { VirtualKeypadBus } from './virtual-keypad-bus.js';

export interface CallKeypadSimulatorOptions {
  /** Of the serial server; 0: any free one. */
  port: number;
  /** Keypads on the bus. */
  addresses: readonly number[];
  timers?: Timers;
}

export type CallKeypadSimulator = BusSimulator<VirtualKeypadBus>;

/** Keypads behind a serial server on 127.0.0.1. */
export const startCallKeypadSimulator = ({
  port,
  addresses,
  timers = realTimers,
}: CallKeypadSimulatorOptions): Promise<CallKeypadSimulator> =>
  startBusSimulator(port, (send) => new VirtualKeypadBus(addresses, timers, send));
