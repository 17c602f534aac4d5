import { listenTcp } from '../contract/tcp-wire.js';
import { realTimers, type Timers } from '../contract/timers.js';
import { VirtualBar, type BarHardware, type BarProgram } from './virtual-bar.js';

export interface CounterSignSimulatorOptions {
  /** 0: any free one. A BX-K card listens on 5005. */
  port: number;
  /** What kind of bar it is: `bxCard()`, `asciiCard()` or `templateBar()`. */
  program(hardware: BarHardware): BarProgram;
  timers?: Timers;
}

export interface CounterSignSimulator {
  readonly port: number;
  /** What it shows, and its moods: deaf, refusing, late, noise. */
  readonly bar: VirtualBar;
  /** Hosts connected to it. */
  hosts(): number;
  until(condition: () => boolean): Promise<void>;
  /** The network is unplugged, the bar keeps its power. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

/** An LED bar on 127.0.0.1; the real driver talks to it over the real wire. */
export async function startCounterSignSimulator(
  options: CounterSignSimulatorOptions,
): Promise<CounterSignSimulator> {
  const { port, program, timers = realTimers } = options;
  const bar = new VirtualBar(program, timers, (bytes) => wire.send(bytes));
  const wire = await listenTcp({
    port,
    bytes: (chunk) => bar.receive(chunk),
    connected: () => bar.hungUp(),
  });
  return {
    port: wire.port,
    bar,
    hosts: () => wire.hosts(),
    until: (condition) => bar.until(condition),
    unplug: () => wire.unplug(),
    plug: () => wire.plug(),
    close: () => wire.close(),
  };
}
