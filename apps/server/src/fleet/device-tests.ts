import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Namespace } from 'socket.io';
import type { TestedMessage, TestMessage } from '#libs/contracts/agent';
import { failed, type TestResult } from '#libs/fleet/device-test';
import { standing } from '#libs/fleet/standing';
import { testPage } from '#libs/fleet/test-page';
import { ENROLLED_KINDS, type Device, type HallConfig } from '#libs/hall/config';
import { deviceOf } from '#libs/hall/lookup';
import { Refusal } from '#libs/refusal';
import { Clock, type Alarm } from '../clock.js';
import { Ledger } from '../ledger/ledger.js';
import { Connected } from '../state/connected.js';
import { agentRoom } from './agent-room.js';

/** Longer than an agent waits for somebody to press a key. */
const ANSWER_MS = 45_000;

interface Asked {
  /** The room of the agent that may answer. */
  room: string;
  alarm: Alarm;
  settle(result: TestResult): void;
}

/** Asks agents to try a device, and waits for what they say. */
@Injectable()
export class DeviceTests {
  readonly #asked = new Map<string, Asked>();
  #server: Namespace | null = null;

  constructor(
    private readonly ledger: Ledger,
    private readonly connected: Connected,
    private readonly clock: Clock,
  ) {}

  sendThrough(server: Namespace): void {
    this.#server = server;
  }

  stop(): void {
    for (const { settle } of [...this.#asked.values()]) settle(failed('no-answer'));
  }

  /** One device, because somebody wants to know. Refused while its agent is away: nobody can try it then. */
  async one(hallId: string, deviceId: string): Promise<TestResult> {
    const connected = this.connected.of(hallId);
    const { device, stands, config } = await this.ledger.hall(hallId, (state) => {
      const found = deviceOf(state, deviceId);
      return { device: found, stands: standing(state, found, connected), config: state.config };
    });
    if (stands.words === 'agent-away') throw new Refusal('agent-away', { device: device.name });
    return ENROLLED_KINDS.some((kind) => kind === device.kind) ? stands : this.ask(hallId, device, config);
  }

  /** A device on a wire. Never rejects. */
  ask(hallId: string, device: Device, config: HallConfig): Promise<TestResult> {
    const testId = randomUUID();
    const room = agentRoom(hallId, device.agentId ?? '');
    const at = this.clock.now();
    const paper = device.kind === 'slip-printer' ? { document: testPage(config, device, at) } : {};
    const message: TestMessage = { testId, deviceId: device.id, ...paper };
    return new Promise((resolve) => {
      const settle = (result: TestResult): void => {
        this.#asked.delete(testId);
        alarm.cancel();
        resolve(result);
      };
      const alarm = this.clock.alarm(new Date(at.getTime() + ANSWER_MS), () => settle(failed('no-answer')));
      this.#asked.set(testId, { room, alarm, settle });
      this.#server?.to(room).emit('test', message);
    });
  }

  /** Only the agent that was asked is believed. */
  answered(hallId: string, agentId: string, { testId, outcome, words }: TestedMessage): void {
    const asked = this.#asked.get(testId);
    if (asked?.room === agentRoom(hallId, agentId)) asked.settle({ outcome, words });
  }
}
