import { PRINTER_PAPERS } from './paper.js';
import type { DeviceKind, DevicePort } from '../hall/config.js';

type PortKind = DevicePort['kind'];

export interface DriverRow {
  kind: DeviceKind;
  ports: readonly PortKind[];
  /** Has an address, and shares its port with others that have one. */
  bus: boolean;
}

const WIRES: readonly PortKind[] = ['tcp', 'serial'];

const PRINTERS = Object.fromEntries(
  Object.keys(PRINTER_PAPERS).map((driver): [string, DriverRow] => [
    driver,
    { kind: 'slip-printer', ports: [...WIRES, 'character'], bus: false },
  ]),
);

/** Every driver an agent has, by the name a hall's configuration gives it. A new driver is a row here and one in the agent. */
export const DRIVERS: Readonly<Record<string, DriverRow>> = {
  ...PRINTERS,
  'four-key-pad': { kind: 'evaluator-pad', ports: WIRES, bus: true },
  'hid-digit-pad': { kind: 'evaluator-pad', ports: ['hid'], bus: false },
  'hid-letter-pad': { kind: 'evaluator-pad', ports: ['hid'], bus: false },
  'hid-report-pad': { kind: 'evaluator-pad', ports: ['hid'], bus: false },
  'websocket-rate-pad': { kind: 'evaluator-pad', ports: ['websocket'], bus: true },
  'websocket-page-pad': { kind: 'evaluator-pad', ports: ['websocket'], bus: true },
  'call-keypad': { kind: 'call-keypad', ports: WIRES, bus: true },
  'onbon-bx-5k': { kind: 'counter-sign', ports: WIRES, bus: false },
  'onbon-bx-6k': { kind: 'counter-sign', ports: WIRES, bus: false },
  'ascii-bar': { kind: 'counter-sign', ports: [...WIRES, 'udp'], bus: false },
  'template-sign': { kind: 'counter-sign', ports: [...WIRES, 'udp'], bus: true },
  'sam-v': { kind: 'id-card-reader', ports: WIRES, bus: false },
  'serial-scanner': { kind: 'scanner', ports: WIRES, bus: false },
  'hid-pos-scanner': { kind: 'scanner', ports: ['hid'], bus: false },
  'keyboard-scanner': { kind: 'scanner', ports: ['hid'], bus: false },
};
