import { describe, expect, it } from 'vitest';
import { hallConfig } from '#libs/contracts/hall-config';
import { DRIVERS } from '#libs/fleet/drivers';
import type { Device } from '#libs/hall/config';
import { smallConfig } from '#libs/hall/small-config.fixture';
import {
  blankPort,
  driversFor,
  faultyFields,
  ofKind,
  portKindsOf,
  tidied,
  withChange,
  withDriver,
} from './device-draft.js';
import { devicesZh } from './words-zh.js';

const sign: Device = {
  ...{ id: 'sign', kind: 'counter-sign', name: '条屏', agentId: 'agent', counterId: 'counter-1' },
  ...{ driver: 'ascii-bar', port: { kind: 'tcp', host: '10.0.0.7', port: 9000 } },
};
const kiosks = (devices: readonly Device[]) =>
  devices.flatMap(({ id, kind, printerId }) => (kind === 'kiosk' ? [[id, printerId]] : []));

describe('a change of the hall’s devices', () => {
  it('adds, changes and removes one, and leaves the others', () => {
    const before = smallConfig().devices;
    const added = withChange(before, { id: 'sign', device: sign, prints: null });
    expect(added).toEqual([...before, sign]);
    const renamed = { ...sign, name: '新条屏' };
    expect(withChange(added, { id: 'sign', device: renamed, prints: null })).toEqual([...before, renamed]);
    expect(withChange(added, { id: 'sign', device: null, prints: null })).toEqual(before);
  });

  it('moves a printer from kiosk to kiosk, and takes it from its kiosk when it goes', () => {
    const { devices } = smallConfig();
    const printer = devices.find(({ id }) => id === 'printer') ?? null;
    expect(kiosks(withChange(devices, { id: 'printer', device: printer, prints: 'bare-kiosk' }))).toEqual([
      ['kiosk', undefined],
      ['bare-kiosk', 'printer'],
    ]);
    expect(kiosks(withChange(devices, { id: 'printer', device: null, prints: null }))).toEqual([
      ['kiosk', undefined],
      ['bare-kiosk', undefined],
    ]);
  });
});

describe('a device in the form', () => {
  it('keeps a port that its new driver can use, and no settings of another model', () => {
    const narrow = { ...sign, settings: { columns: 8 } };
    expect(withDriver(narrow, 'onbon-bx-6k')).toEqual({ ...sign, driver: 'onbon-bx-6k' });
    expect(withDriver(sign, 'template-sign')).toMatchObject({ address: 1, port: sign.port });
    expect(withDriver({ ...sign, kind: 'scanner' }, 'hid-pos-scanner').port).toEqual(blankPort('hid'));
  });

  it('of another kind keeps what fits: the agent, not the counter', () => {
    expect(ofKind(sign, 'scanner')).toMatchObject({ agentId: 'agent', driver: 'serial-scanner' });
    expect(ofKind(sign, 'scanner').counterId).toBeUndefined();
    expect(ofKind(sign, 'board').driver).toBeUndefined();
  });

  it('with its serial number emptied is any of that make', () => {
    const port = { kind: 'hid', vendorId: 1, productId: 2, serialNumber: '' } as const;
    expect(tidied({ ...sign, port }).port).toEqual({ kind: 'hid', vendorId: 1, productId: 2 });
    expect(tidied(sign)).toBe(sign);
  });

  it('is not sent with what is missing: it names the fields', () => {
    const device = withDriver({ ...sign, port: undefined, agentId: undefined }, 'ascii-bar');
    const change = { id: 'sign', device, prints: null };
    const devices = withChange(smallConfig().devices, change);
    const checked = hallConfig.safeParse({ ...smallConfig(), devices });
    expect(faultyFields(checked.error?.issues ?? [], devices, change).sort()).toEqual([
      'agent',
      'host',
      'port',
    ]);
  });
});

it('every driver has words, and every way to connect', () => {
  expect(Object.keys(devicesZh.driver)).toEqual(expect.arrayContaining(Object.keys(DRIVERS)));
  expect(driversFor('scanner')).toContain('serial-scanner');
  for (const driver of Object.keys(DRIVERS))
    for (const kind of portKindsOf(driver)) expect(Object.keys(devicesZh.portKind)).toContain(kind);
});
