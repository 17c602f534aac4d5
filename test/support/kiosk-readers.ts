import {
  startIdCardReaderSimulator,
  type IdCardReaderSimulator,
} from '#devices/id-card-reader/id-card-reader.simulator';
import { startScannerSimulator, type ScannerSimulator } from '#devices/scanner/scanner.simulator';
import type { Device, HallConfig } from '#libs/hall/config';
import { onThisMachine } from './agent-of.js';

type Laid = Parameters<IdCardReaderSimulator['reader']['lay']>[0];

/** A card reader and a scanner beside a hall's kiosk, on real wires. */
export class KioskReaders {
  private constructor(
    readonly cards: IdCardReaderSimulator,
    readonly codes: ScannerSimulator,
  ) {}

  static async start(): Promise<KioskReaders> {
    return new KioskReaders(
      await startIdCardReaderSimulator({ port: 0 }),
      await startScannerSimulator({ port: 0 }),
    );
  }

  /** Their rows, for the hall's agent; whoever is sixty goes first, and bookings may say whose they are. */
  furnish(config: HallConfig): HallConfig {
    const at = { agentId: 'hall-agent', kioskId: 'hall-kiosk' };
    const devices: Device[] = [
      {
        ...{ id: 'hall-reader', kind: 'id-card-reader', name: '证件阅读器', ...at },
        ...{ driver: 'sam-v', port: onThisMachine(this.cards) },
      },
      {
        ...{ id: 'hall-scanner', kind: 'scanner', name: '扫码器', ...at },
        ...{ driver: 'serial-scanner', port: onThisMachine(this.codes) },
      },
    ];
    const group = { id: 'elderly', name: '老年人', nameEn: 'Older people', fromAge: 60 };
    return {
      ...config,
      devices: [...config.devices, ...devices],
      visitors: { ...config.visitors, booking: 'optional' },
      callOrder: { ...config.callOrder, groups: [{ ...group, evidence: 'birth-date' }] },
      appointments: [
        {
          ...{ kind: 'slot', spans: [], queueId: 'hall-queue-a', slotMinutes: 30, capacity: 9 },
          ...{ daysAhead: 7, cancelHours: 2, checkInEarlyMinutes: 240, checkInLateMinutes: 15 },
        },
      ],
    };
  }

  /** Alone on the reader: the one before has been taken away long enough to be missed. */
  async lay(document: Laid): Promise<void> {
    const { reader } = this.cards;
    reader.takeAway();
    const missed = reader.asked('find') + 3;
    await this.cards.until(() => reader.asked('find') >= missed);
    reader.lay(document);
  }

  async close(): Promise<void> {
    await Promise.all([this.cards.close(), this.codes.close()]);
  }
}
