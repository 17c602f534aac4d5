import { VirtualHidDevice, type VirtualHidSystem } from '#devices/contract/virtual-hid';
import { encodeHidPos } from '#devices/scanner/hid-pos.codec';
import { HID_POS_LAYOUT, HID_POS_PORT } from '#devices/scanner/scanner-models';
import type { StandInServer } from '../../apps/agent/src/stand-in-server.fixture.js';
import { Sent, type BusyDevice } from './unplug-device.js';

const BREATH_MS = 40;
/** Longer than one report holds. */
const codeOf = (id: string, place: number | string): string =>
  `https://hall.example/b/${id}.${place}.`.padEnd(90, 'x');

/** A scanner that speaks HID POS. Nothing acknowledges a scan: what it reads while it is in service has to arrive. */
export function scannerOnHid(id: string, server: StandInServer, system: VirtualHidSystem): BusyDevice {
  const { usagePage, usage } = HID_POS_PORT;
  const identity = { vendorId: 0x1209, productId: 0xa0f0, serialNumber: id, usagePage, usage };
  const device = new VirtualHidDevice(identity);
  const sent = new Sent(id, server);
  const reports = (code: string): Uint8Array[] => encodeHidPos(Buffer.from(code), HID_POS_LAYOUT);
  let [unplugs, plugged] = [0, true];
  const send = (report: Uint8Array): void => {
    if (plugged) device.report(report);
  };
  system.plug(device);
  return {
    attached: {
      ...{ id, kind: 'scanner', name: id, driver: 'hid-pos-scanner' },
      port: { kind: 'hid', ...identity },
    },
    plug: async () => {
      system.plug(device);
      plugged = true;
    },
    // Between two reports of a code. The system tells the reader, or tells nobody.
    unplug: async () => {
      unplugs += 1;
      const [first] = reports(codeOf(id, `half-${unplugs}`));
      if (first) send(first);
      plugged = false;
      if (unplugs % 2 === 0) system.unplug(device);
      else system.vanish(device);
    },
    close: async () => {},
    use: async (place, inService) => {
      const code = codeOf(id, place);
      sent.done(code);
      if (inService()) sent.acknowledged(code);
      reports(code).forEach(send);
      await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
    },
    faults: () => sent.faults(),
    owed: () => sent.owed(),
  };
}
