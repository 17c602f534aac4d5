import type { AttachedDevice } from '#libs/contracts/agent';
import { characterPort } from '#devices/contract/character-port';
import { hidPort, type HidSystem } from '#devices/contract/hid-port';
import { Line } from '#devices/contract/line';
import type { OpenPort } from '#devices/contract/port';
import { tcpPort } from '#devices/contract/tcp-port';
import type { Timers } from '#devices/contract/timers';
import { udpPort } from '#devices/contract/udp-port';
import { HID_POS_PORT } from '#devices/scanner/scanner-models';
import { LoginDesk } from './login-desk.js';

type DevicePort = AttachedDevice['port'];
type HidPort = Extract<DevicePort, { kind: 'hid' }>;

export interface LinesOptions {
  timers: Timers;
  /** Where HID devices are plugged in, in place of this machine. */
  hid?: HidSystem | undefined;
  /** A port could not be opened, or was lost, and why. */
  onLost(port: DevicePort, cause: string): void;
}

/** One line a port: the devices of one bus share it. Devices that log in have a line each. */
export class Lines {
  readonly #lines = new Map<string, Line>();
  readonly #logins: LoginDesk;

  constructor(private readonly options: LinesOptions) {
    this.#logins = new LoginDesk(options.timers);
  }

  /** Throws, in words for the log, when no device can be reached like that. */
  at(device: AttachedDevice): Line {
    const fresh = (): Line => new Line(this.#watched(device), this.options.timers);
    if (device.port.kind === 'websocket') return fresh();
    const place = JSON.stringify(device.port);
    const line = this.#lines.get(place) ?? fresh();
    this.#lines.set(place, line);
    return line;
  }

  /** The line is told first: whoever hears of a cause knows already that the device is out of reach. */
  #watched(device: AttachedDevice): OpenPort {
    const open = this.#opener(device);
    const lost = (cause: string): void => queueMicrotask(() => this.options.onLost(device.port, cause));
    return async (listener) => {
      try {
        return await open({
          bytes: (chunk) => listener.bytes(chunk),
          closed: (cause) => {
            listener.closed(cause);
            lost(cause);
          },
        });
      } catch (error) {
        lost(error instanceof Error ? error.message : String(error));
        throw error;
      }
    };
  }

  close(): Promise<void> {
    return this.#logins.close();
  }

  #opener(device: AttachedDevice): OpenPort {
    const { timers } = this.options;
    const { port } = device;
    switch (port.kind) {
      case 'tcp':
        return tcpPort(port.host, port.port, timers);
      case 'websocket':
        return this.#logins.openPort(device);
      case 'udp':
        return udpPort(port.host, port.port);
      case 'character':
        return characterPort(port.path, timers);
      // Native code, loaded where such a port is configured: where it cannot load, that device is unreachable and no other.
      case 'serial':
        return async (listener) => {
          const { serialPort } = await import('#devices/contract/node-ports');
          return serialPort(port.path, port.baudRate)(listener);
        };
      case 'hid':
        return async (listener) => {
          const system = this.options.hid ?? (await import('#devices/contract/native-hid')).nativeHid;
          const { kind: _kind, ...identity } = port;
          return hidPort({ identity, features: featuresFor(port), timers, system })(listener);
        };
    }
  }
}

/** Some vendors' scanners must be told to speak as scanners do (hardware.md 4.f). */
function featuresFor({ vendorId, usagePage }: HidPort): Uint8Array[] {
  const vendors: readonly number[] = HID_POS_PORT.vendorsToTell;
  return usagePage === HID_POS_PORT.usagePage && vendors.includes(vendorId) ? [HID_POS_PORT.feature] : [];
}
