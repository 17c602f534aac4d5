import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { labAct, type LabAct, type LabDevice } from '#libs/contracts/lab';
import { LAB_PATH } from '#libs/contracts/lab-path';
import type { SimulatedDevices } from '../simulated-devices.js';
import type { Bench } from './bench.js';
import { BusBench } from './bus-bench.js';
import { PrinterBench } from './printer-bench.js';
import { ReaderBench } from './reader-bench.js';
import { ScannerBench } from './scanner-bench.js';
import { SignBench } from './sign-bench.js';

export interface Lab {
  close(): void;
}

/** A hand can switch faster than a person can look. */
const LOOK_MS = 40;

interface ToPage {
  device(device: LabDevice): void;
}
interface FromPage {
  act(act: unknown, done: (reply: { ok: boolean }) => void): void;
}

/** The devices in the order in which a visitor meets them. */
function benches(devices: SimulatedDevices): Bench[] {
  const county = { kioskOf: 'county' } as const;
  const first = { place: { counterNumber: 1 }, driver: 'onbon-bx-6k', refuses: true };
  const second = { place: { counterNumber: 2 }, driver: 'ascii-bar', refuses: false };
  return [
    new PrinterBench('printer-1', county, devices.printer),
    new ReaderBench('card-reader-1', county, devices.cardReader),
    new ScannerBench('scanner-1', county, devices.scanner),
    new SignBench('led-1', first, devices.firstSign),
    new SignBench('led-2', second, devices.secondSign),
    new BusBench('bus-2', { counterNumber: 2 }, devices.counterBus),
    new PrinterBench('town-printer', { kioskOf: 'town' }, devices.townPrinter),
  ];
}

/** Lets pages see and touch the simulated devices, at the address of the demonstration's server. */
export function openLab(http: HttpServer, devices: SimulatedDevices): Lab {
  const io = new Server<FromPage, ToPage>(http, { path: LAB_PATH, serveClient: false });
  const shown = benches(devices).map((bench) => new ShownBench(bench, (device) => io.emit('device', device)));
  io.on('connection', (socket) => {
    for (const { bench } of shown) socket.emit('device', bench.look());
    socket.on('act', (message, done) => {
      const read = labAct.safeParse(message);
      const at = shown.find(({ bench }) => bench.id === read.data?.deviceId);
      if (!read.success || !at) return done({ ok: false });
      at.touch(read.data).then(
        () => done({ ok: true }),
        () => done({ ok: false }),
      );
    });
  });
  return {
    close: () => {
      for (const one of shown) one.stop();
      io.disconnectSockets(true);
      // the server itself is not the lab's to close
      io.engine.close();
    },
  };
}

/** Tells of a device when it looks different from what was told last. */
class ShownBench {
  #told = '';
  #timer: NodeJS.Timeout | null = null;
  #hands = Promise.resolve();
  readonly #leave: () => void;

  constructor(
    readonly bench: Bench,
    private readonly tell: (device: LabDevice) => void,
  ) {
    this.#leave = bench.onChange(() => this.#soon());
  }

  /** One hand after the other: a plug is in before it is pulled. */
  touch({ hand }: LabAct): Promise<void> {
    const done = this.#hands.then(() => this.bench.act(hand)).finally(() => this.#soon());
    this.#hands = done.catch(() => {});
    return done;
  }

  stop(): void {
    this.#leave();
    if (this.#timer) clearTimeout(this.#timer);
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const device = this.bench.look();
      const look = JSON.stringify(device);
      if (look === this.#told) return;
      this.#told = look;
      this.tell(device);
    }, LOOK_MS);
  }
}
