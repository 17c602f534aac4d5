import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { AttachedDevice } from '#libs/contracts/agent';
import type { SlipJob } from '#libs/contracts/slip';
import {
  startFourKeyPadSimulator,
  type FourKeyPadSimulator,
} from '#devices/evaluator-pad/four-key-pad.simulator';
import { SLIP } from '#devices/slip-printer/slip.fixture';
import {
  startSlipPrinterSimulator,
  type SlipPrinterSimulator,
} from '#devices/slip-printer/slip-printer.simulator';
import { startAgent, type RunningAgent } from './agent.js';
import { CODE, StandInServer } from './stand-in-server.fixture.js';

/** A server that speaks the contract, an agent, a printer and two pads, each on its real wire. */
export class AgentBench {
  agent: RunningAgent | null = null;

  static async open(): Promise<AgentBench> {
    const server = new StandInServer();
    await server.start();
    const [printer, pads, folder] = await Promise.all([
      startSlipPrinterSimulator({ port: 0 }),
      startFourKeyPadSimulator({ port: 0, addresses: [3, 4] }),
      fs.mkdtemp(path.join(os.tmpdir(), 'tingxu-agent-')),
    ]);
    const bench = new AgentBench(server, printer, pads, folder);
    server.devices = bench.devices();
    return bench;
  }

  private constructor(
    readonly server: StandInServer,
    readonly printer: SlipPrinterSimulator,
    readonly pads: FourKeyPadSimulator,
    readonly folder: string,
  ) {}

  devices(): AttachedDevice[] {
    const tcp = (port: number) => ({ kind: 'tcp' as const, host: '127.0.0.1', port });
    const pad = (address: number): AttachedDevice => ({
      id: `pad-${address}`,
      kind: 'evaluator-pad',
      name: `${address} 号窗口评价器`,
      driver: 'four-key-pad',
      port: tcp(this.pads.port),
      address,
    });
    return [
      {
        id: 'printer-1',
        kind: 'slip-printer',
        name: '取号机打印机',
        driver: 'escpos',
        port: tcp(this.printer.port),
      },
      pad(3),
      pad(4),
    ];
  }

  async startAgent(): Promise<void> {
    this.agent = await startAgent({ serverUrl: this.server.url, dataDir: this.folder, enrolCode: CODE });
  }

  /** Every device is known to the server as ready. */
  allReady(): Promise<void> {
    const { server } = this;
    return server.until(() => this.devices().every(({ id }) => server.state(id) === 'ready'));
  }

  async invite(invitationId: string): Promise<void> {
    this.server.tell('desired', {
      kind: 'evaluator-pad',
      deviceId: 'pad-3',
      invitation: { id: invitationId, endsAt: '2026-03-02T01:06:00.000Z' },
    });
    await this.pads.until(() => this.pads.bus.lit(3));
  }

  job(jobId: string, change: Partial<SlipJob> = {}): SlipJob {
    return {
      jobId,
      printerId: 'printer-1',
      document: SLIP,
      expiresAt: '2026-03-02T01:06:00.000Z',
      ...change,
    };
  }

  async close(): Promise<void> {
    await this.agent?.stop();
    await Promise.all([this.server.stop(), this.printer.close(), this.pads.close()]);
    await fs.rm(this.folder, { recursive: true });
  }
}
