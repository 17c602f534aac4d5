import { listenTcp } from '../contract/tcp-wire.js';
import { realTimers, type Timers } from '../contract/timers.js';
import { PAPERS, type Paper } from '#libs/fleet/paper';
import { linesOf, qrOf, type PrintedSlip } from './printed-paper.js';
import { drawSlip } from './slip-picture.js';
import { VirtualPrinter } from './virtual-printer.js';

export interface SlipPrinterSimulatorOptions {
  /** 0: any free one. A network printer listens on 9100. */
  port: number;
  paper?: Paper;
  /** Whether it holds the slip until a hand takes it, and knows so. */
  presenter?: boolean;
  timers?: Timers;
}

/** A slip as a test or a person looks at it. */
export interface SeenSlip {
  lines: string[];
  qr: string[];
  /** SVG of the slip as it hangs out of the printer. */
  picture(): string;
}

export interface SlipPrinterSimulator {
  readonly port: number;
  /** Its moods: paper, cover, jam, deaf, late. */
  readonly printer: VirtualPrinter;
  /** Hosts connected to it. */
  hosts(): number;
  /** Slips cut off so far. */
  cuts(): number;
  /** Cut off slips, oldest first; the last thousand are kept. */
  slips(): SeenSlip[];
  /** What hangs out uncut. */
  unfinished(): SeenSlip;
  until(condition: () => boolean): Promise<void>;
  /** The connection breaks once so many bytes of a slip have come in. */
  disconnectAfter(dataBytes: number): void;
  unplug(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

/** A network printer on 127.0.0.1 that prints to memory; the real driver talks to it over the real wire. */
export async function startSlipPrinterSimulator(
  options: SlipPrinterSimulatorOptions,
): Promise<SlipPrinterSimulator> {
  const { port, paper = PAPERS['80mm'], timers = realTimers, presenter = false } = options;
  const printer = new VirtualPrinter(timers, (bytes) => wire.send(bytes), { presenter });
  const wire = await listenTcp({
    port,
    bytes: (chunk) => printer.receive(chunk),
    connected: () => printer.hungUp(),
  });
  const seen = (slip: PrintedSlip): SeenSlip => ({
    lines: linesOf(slip),
    qr: qrOf(slip),
    picture: () => drawSlip(slip, paper),
  });
  return {
    port: wire.port,
    printer,
    hosts: () => wire.hosts(),
    cuts: () => printer.paper.cuts,
    slips: () => printer.paper.slips.map(seen),
    unfinished: () => seen(printer.paper.unfinished),
    until: (condition) => printer.until(condition),
    disconnectAfter: (dataBytes) => printer.losesAllAfter(dataBytes, () => wire.cut()),
    unplug: () => wire.unplug(),
    plug: () => wire.plug(),
    close: () => wire.close(),
  };
}
