import type { Device, DevicePort } from '#libs/hall/config';

/** Where the demonstration's simulated devices listen. */
export interface DemoPorts {
  printer: DevicePort;
  townPrinter: DevicePort;
  /** Four-key pad and caller of counter 2. */
  bus: DevicePort;
  cardReader: DevicePort;
  scanner: DevicePort;
  firstSign: DevicePort;
  secondSign: DevicePort;
}

/** On the bus of counter 2. */
export const PAD_ADDRESS = 3;
export const KEYPAD_ADDRESS = 4;

/** What hangs on the county hall's agent: a kiosk with all it can have, and the counters 1 and 2. */
export const countyWires = (ports: DemoPorts): Device[] => [
  on(ports.printer, 'escpos', { id: 'printer-1', kind: 'slip-printer', name: '1号取号机打印机' }),
  on(ports.cardReader, 'sam-v', {
    ...{ id: 'card-reader-1', kind: 'id-card-reader', name: '1号取号机身份证阅读器' },
    kioskId: 'kiosk-1',
  }),
  on(ports.scanner, 'serial-scanner', {
    ...{ id: 'scanner-1', kind: 'scanner', name: '1号取号机扫码器' },
    kioskId: 'kiosk-1',
  }),
  on(ports.firstSign, 'onbon-bx-6k', {
    ...{ id: 'led-1', kind: 'counter-sign', name: '1号窗口条屏' },
    counterId: 'counter-1',
  }),
  on(ports.secondSign, 'ascii-bar', {
    ...{ id: 'led-2', kind: 'counter-sign', name: '2号窗口条屏' },
    counterId: 'counter-2',
  }),
  on(ports.bus, 'four-key-pad', {
    ...{ id: 'pad-2', kind: 'evaluator-pad', name: '2号窗口四键评价器' },
    ...{ counterId: 'counter-2', address: PAD_ADDRESS },
  }),
  on(ports.bus, 'call-keypad', {
    ...{ id: 'keypad-2', kind: 'call-keypad', name: '2号窗口呼叫器' },
    ...{ counterId: 'counter-2', address: KEYPAD_ADDRESS },
  }),
];

export const townWires = ({ townPrinter }: DemoPorts): Device[] => [
  on(townPrinter, 'escpos', { id: 'town-printer', kind: 'slip-printer', name: '取号机打印机' }, 'town-agent'),
];

const on = (port: DevicePort, driver: string, device: Device, agentId = 'agent-1'): Device => ({
  ...device,
  ...{ agentId, driver, port },
});
