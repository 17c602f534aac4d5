import { expect, it } from 'vitest';
import type { Device } from '../hall/config.js';
import { smallConfig } from '../hall/small-config.fixture.js';
import { Refusal } from '../refusal.js';
import { mustFitDevices } from './fitting-devices.js';

const bus = { kind: 'tcp' as const, host: '10.0.0.9', port: 4001 };
const pad = (change: Partial<Device> = {}): Device => ({
  ...{ id: 'p', kind: 'evaluator-pad', name: '评价器', agentId: 'agent', counterId: 'counter-1' },
  ...{ driver: 'four-key-pad', port: bus, address: 1 },
  ...change,
});
const keypad = (change: Partial<Device> = {}): Device =>
  pad({ id: 'k', kind: 'call-keypad', name: '呼叫器', driver: 'call-keypad', address: 2, ...change });

function refusal(...more: Device[]): string {
  const config = smallConfig();
  try {
    mustFitDevices({ ...config, devices: [...config.devices, ...more] });
    return 'fits';
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code;
    throw cause;
  }
}

it.each<[string, Device[]]>([
  ['fits', [pad(), keypad()]],
  ['fits', [pad(), pad({ id: 'q', port: { ...bus, port: 4002 } })]],
  ['driver-unknown', [pad({ driver: 'toString' })]],
  ['driver-unknown', [pad({ driver: 'escpos' })]],
  ['port-unfit', [pad({ port: undefined })]],
  ['address-missing', [pad({ address: undefined })]],
  ['address-taken', [pad(), keypad({ address: 1 })]],
  ['port-taken', [pad(), pad({ id: 'r', kind: 'slip-printer', driver: 'escpos', counterId: undefined })]],
  ['device-without-counter', [pad({ counterId: undefined })]],
  ['device-without-kiosk', [pad({ kind: 'scanner', driver: 'serial-scanner' })]],
  ['device-without-kiosk', [pad({ kind: 'scanner', driver: 'serial-scanner', kioskId: 'board' })]],
])('%s: %o', (expected, devices) => {
  expect(refusal(...devices)).toBe(expected);
});

it('the same serial path is two ports where two agents carry them', () => {
  const port = { kind: 'serial' as const, path: '/dev/ttyUSB0', baudRate: 9600 };
  expect(refusal(pad({ port }), pad({ id: 'q', port, agentId: 'agent-2' }))).toBe('fits');
  expect(refusal(pad({ port }), pad({ id: 'q', port }))).toBe('address-taken');
});
