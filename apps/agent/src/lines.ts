import type { AttachedDevice } from '#libs/contracts/agent';
import { Line } from '#devices/contract/line';
import type { OpenPort } from '#devices/contract/port';
import { tcpPort } from '#devices/contract/tcp-port';
import type { Timers } from '#devices/contract/timers';

type DevicePort = AttachedDevice['port'];

/** One line a port: the devices of one bus share it. */
export class Lines {
  readonly #lines = new Map<string, Line>();

  constructor(private readonly timers: Timers) {}

  at(port: DevicePort): Line {
    const place =
      port.kind === 'tcp' ? `tcp ${port.host}:${port.port}` : `serial ${port.path} ${port.baudRate}`;
    const line = this.#lines.get(place) ?? new Line(opener(port, this.timers), this.timers);
    this.#lines.set(place, line);
    return line;
  }
}

function opener(port: DevicePort, timers: Timers): OpenPort {
  if (port.kind === 'tcp') return tcpPort(port.host, port.port, timers);
  // Native code, loaded where a serial port is configured: where it cannot load, that device is unreachable and no other.
  return async (listener) => {
    const { serialPort } = await import('#devices/contract/node-ports');
    return serialPort(port.path, port.baudRate)(listener);
  };
}
