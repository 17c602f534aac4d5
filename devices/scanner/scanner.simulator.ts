import { openPty } from '../contract/pty-wire.js';
import { listenTcp } from '../contract/tcp-wire.js';
import { VirtualScanner } from './virtual-scanner.js';

export interface ScannerSimulatorOptions {
  /** Of the serial server; 0: any free one. */
  port: number;
}

/** A serial scanner on any wire. */
export interface WiredScanner {
  /** Codes to scan, and its moods. */
  readonly scanner: VirtualScanner;
  until(condition: () => boolean): Promise<void>;
  unplug(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

export interface ScannerSimulator extends WiredScanner {
  readonly port: number;
  /** Hosts connected to the serial server. */
  hosts(): number;
}

/** A serial scanner behind a serial server on 127.0.0.1. */
export async function startScannerSimulator({ port }: ScannerSimulatorOptions): Promise<ScannerSimulator> {
  const scanner = new VirtualScanner((bytes) => wire.send(bytes));
  const wire = await listenTcp({
    port,
    bytes: () => {},
    connected: () => scanner.changed(),
  });
  return { ...wired(scanner, wire), port: wire.port, hosts: () => wire.hosts() };
}

/** A scanner with a serial port of its own, a pty at that path; where `hasPty()`. */
export async function startPtyScanner({ path }: { path: string }): Promise<WiredScanner> {
  const scanner = new VirtualScanner((bytes) => wire.send(bytes));
  const wire = await openPty({ path, bytes: () => {} });
  return wired(scanner, wire);
}

const wired = (scanner: VirtualScanner, wire: Omit<WiredScanner, 'scanner' | 'until'>): WiredScanner => ({
  scanner,
  until: (condition) => scanner.until(condition),
  unplug: () => wire.unplug(),
  plug: () => wire.plug(),
  close: () => wire.close(),
});
