import { listenTcp } from '../contract/tcp-wire.js';
import { VirtualScanner } from './virtual-scanner.js';

export interface ScannerSimulatorOptions {
  /** Of the serial server; 0: any free one. */
  port: number;
}

export interface ScannerSimulator {
  readonly port: number;
  /** Codes to scan, and its moods. */
  readonly scanner: VirtualScanner;
  /** Hosts connected to the serial server. */
  hosts(): number;
  until(condition: () => boolean): Promise<void>;
  unplug(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

/** A serial scanner behind a serial server on 127.0.0.1. */
export async function startScannerSimulator({ port }: ScannerSimulatorOptions): Promise<ScannerSimulator> {
  let hosts = 0;
  const scanner = new VirtualScanner((bytes) => wire.send(bytes));
  const wire = await listenTcp({
    port,
    bytes: () => {},
    connected: (count) => {
      hosts = count;
      scanner.changed();
    },
  });
  return {
    port: wire.port,
    scanner,
    hosts: () => hosts,
    until: (condition) => scanner.until(condition),
    unplug: () => wire.unplug(),
    plug: () => wire.plug(),
    close: () => wire.close(),
  };
}
