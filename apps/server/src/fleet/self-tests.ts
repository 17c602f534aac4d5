import { Injectable, Logger } from '@nestjs/common';
import { passed, type TestResult } from '#libs/fleet/device-test';
import { standing } from '#libs/fleet/standing';
import { ENROLLED_KINDS, type Device, type HallConfig } from '#libs/hall/config';
import { CommandDoor } from '../access/command-door.js';
import { Clock } from '../clock.js';
import { Feed } from '../ledger/feed.js';
import { Ledger } from '../ledger/ledger.js';
import { Connected } from '../state/connected.js';
import { FleetMemory, type SelfTestReport } from '../state/fleet-memory.js';
import { DeviceTests } from './device-tests.js';

const log = new Logger('SelfTests');

/** A test of everything that needs nobody, whenever one has begun: by hand, or by the hall's setting before it opens. */
@Injectable()
export class SelfTests {
  readonly #running = new Map<string, Promise<SelfTestReport>>();

  constructor(
    private readonly ledger: Ledger,
    private readonly tests: DeviceTests,
    private readonly connected: Connected,
    private readonly memory: FleetMemory,
    private readonly door: CommandDoor,
    private readonly clock: Clock,
    feed: Feed,
  ) {
    feed.onHall((hallId, events) => {
      for (const { fact } of events) if (fact.type === 'self-test-begun') this.#begin(hallId, fact.paper);
    });
  }

  /** The one that goes on, or the last one; null when there was none since the server started. */
  async report(hallId: string): Promise<SelfTestReport | null> {
    return (await this.#running.get(hallId)) ?? this.memory.of(hallId).report;
  }

  #begin(hallId: string, paper: boolean): void {
    if (this.#running.has(hallId)) return;
    this.memory.testing(hallId);
    const running = this.#run(hallId, paper).finally(() => this.#running.delete(hallId));
    this.#running.set(hallId, running);
    running.catch((cause: unknown) => log.error(cause));
  }

  async #run(hallId: string, paper: boolean): Promise<SelfTestReport> {
    const connected = this.connected.of(hallId);
    const { config, places } = await this.ledger.hall(hallId, (state) => ({
      config: state.config,
      places: state.config.devices
        .filter((device) => isThere(device))
        .map((device) => ({ device, stands: standing(state, device, connected) })),
    }));
    const rows = await Promise.all(
      places.map(async ({ device, stands }) => ({
        deviceId: device.id,
        ...(await this.#result(hallId, { device, stands, config, paper })),
      })),
    );
    const report = { at: this.clock.now(), rows };
    const ids = rows.filter(({ outcome }) => outcome === 'failed').map(({ deviceId }) => deviceId);
    try {
      await this.door.give(hallId, 'end-self-test', { failed: ids });
    } finally {
      this.memory.tested(hallId, report);
    }
    return report;
  }

  /** What waits for a person, or would cost paper, is judged by what is known of it. */
  async #result(
    hallId: string,
    {
      device,
      stands,
      config,
      paper,
    }: { device: Device; stands: TestResult; config: HallConfig; paper: boolean },
  ): Promise<TestResult> {
    const alone: readonly string[] = ['counter-sign', 'call-keypad', ...(paper ? ['slip-printer'] : [])];
    if (stands.outcome === 'failed' || !alone.includes(device.kind)) return stands;
    const result = await this.tests.ask(hallId, device, config);
    return result.words === 'in-use' ? passed('in-use') : result;
  }
}

/** A device on a wire that has none yet is still being set up. */
const isThere = ({ kind, driver }: Device): boolean =>
  driver !== undefined || ENROLLED_KINDS.some((enrolled) => enrolled === kind);
