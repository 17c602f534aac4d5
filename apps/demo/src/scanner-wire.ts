import { join } from 'node:path';
import type { DevicePort } from '#libs/hall/config';
import { hasPty } from '#devices/contract/pty-wire';
import {
  startPtyScanner,
  startScannerSimulator,
  type WiredScanner,
} from '#devices/scanner/scanner.simulator';

const BAUD_RATE = 9_600;

export interface PlacedScanner {
  /** A serial port does not tell who has opened it. */
  scanner: WiredScanner & { hosts?(): number };
  port: DevicePort;
}

/**
 * A serial port in that folder where the system makes one, else a serial server, which `listen` finds a port for. A path that is
 * configured and not the demonstration's own is somebody's real device and left alone.
 */
export async function startScanner(
  configured: DevicePort | null,
  folder: string,
  listen: <T>(open: (port: number) => Promise<T>) => Promise<T>,
): Promise<PlacedScanner> {
  const path = join(folder, 'scanner');
  const wanted = configured === null || (configured.kind === 'serial' && configured.path === path);
  if (wanted && hasPty())
    return { scanner: await startPtyScanner({ path }), port: { kind: 'serial', path, baudRate: BAUD_RATE } };
  const scanner = await listen((port) => startScannerSimulator({ port }));
  return { scanner, port: { kind: 'tcp', host: '127.0.0.1', port: scanner.port } };
}
