import type { Device, HallConfig } from '#libs/hall/config';
import {
  startFourKeyPadSimulator,
  type FourKeyPadSimulator,
} from '#devices/evaluator-pad/four-key-pad.simulator';
import {
  startSlipPrinterSimulator,
  type SlipPrinterSimulator,
} from '#devices/slip-printer/slip-printer.simulator';
import type { AgentOptions } from '../../apps/agent/src/agent.js';
import { onThisMachine, startAgentOf } from './agent-of.js';
import type { TestHall } from './test-hall.js';

/** The address of the four-key pad on its bus; it lies on the desk of counter 2. */
export const PAD_ADDRESS = 3;
export const PAD_COUNTER = 2;

/** A slip printer and a four-key pad on real wires; the agent beside them is the one that ships. */
export class BenchDevices {
  private constructor(
    readonly printer: SlipPrinterSimulator,
    readonly pad: FourKeyPadSimulator,
  ) {}

  static async start(): Promise<BenchDevices> {
    const printer = await startSlipPrinterSimulator({ port: 0 });
    const pad = await startFourKeyPadSimulator({ port: 0, addresses: [PAD_ADDRESS] });
    return new BenchDevices(printer, pad);
  }

  /** Their rows in a hall's configuration; its kiosk prints on the printer. */
  furnish(config: HallConfig, hall: string): HallConfig {
    const agentId = `${hall}-agent`;
    const wired: Device[] = [
      { id: agentId, kind: 'agent', name: '设备代理' },
      {
        ...{ id: `${hall}-printer`, kind: 'slip-printer', name: '取号机打印机', agentId },
        ...{ driver: 'escpos', port: onThisMachine(this.printer) },
      },
      {
        ...{ id: `${hall}-keypad`, kind: 'evaluator-pad', name: '四键评价器', agentId },
        ...{ driver: 'four-key-pad', port: onThisMachine(this.pad), address: PAD_ADDRESS },
        counterId: `${hall}-counter-${PAD_COUNTER}`,
      },
    ];
    const devices = config.devices.map((device) =>
      device.kind === 'kiosk' ? { ...device, printerId: `${hall}-printer` } : device,
    );
    return { ...config, devices: [...devices, ...wired] };
  }

  /** Starts the agent; answers with how to stop it. */
  attach(hall: TestHall, options: Pick<AgentOptions, 'look'> = {}): Promise<() => Promise<void>> {
    return startAgentOf(hall, options);
  }

  async close(): Promise<void> {
    await Promise.all([this.printer.close(), this.pad.close()]);
  }
}
