import type { AttachedDevice } from '#libs/contracts/agent';
import { characterPort } from '#devices/contract/character-port';
import { Line } from '#devices/contract/line';
import type { OpenPort } from '#devices/contract/port';
import { tcpPort } from '#devices/contract/tcp-port';
import type { Timers } from '#devices/contract/timers';
import { HID_POS_PORT } from '#devices/scanner/scanner-models';
import { udpPort } from '#devices/contract/udp-port';

type DevicePort = AttachedDevice['port'];

/** One line a port: the devices of one bus share it. */
export class Lines {
  readonly #lines = new Map<string, Line>();

  constructor(private readonly timers: Timers) {}

  at(port: DevicePort): Line {
    const place = JSON.stringify(port);
    const line = this.#lines.get(place) ?? new Line(opener(port, this.timers), this.timers);
    this.#lines.set(place, line);
    return line;
  }
}

function opener(port: DevicePort, timers: Timers): OpenPort {
  switch (port.kind) {
    case 'tcp':
      return tcpPort(port.host, port.port, timers);
    case 'character':
      return characterPort(port.path, timers);
    case 'udp':
      return udpPort(port.host, port.port);
    // Native code, loaded where such a port is configured: where it cannot load, that device is unreachable and no other.
    case 'serial':
      return async (listener) => {
        const { serialPort } = await import('#devices/contract/node-ports');
        return serialPort(port.path, port.baudRate)(listener);
      };
    case 'hid':
      return async (listener) => {
        const { nativeHidPort } = await import('#devices/contract/native-hid');
        const { kind: _kind, ...identity } = port;
        return nativeHidPort({ identity, features: featuresFor(port), timers })(listener);
      };
  }
}

/** Some vendors' scanners must be told to speak as scanners do (hardware.md 4.f). */
function featuresFor({ vendorId, usagePage }: Extract<DevicePort, { kind: 'hid' }>): Uint8Array[] {
  const vendors: readonly number[] = HID_POS_PORT.vendorsToTell;
  return usagePage === HID_POS_PORT.usagePage && vendors.includes(vendorId) ? [HID_POS_PORT.feature] : [];
}
