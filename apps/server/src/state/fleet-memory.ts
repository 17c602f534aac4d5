import { Injectable } from '@nestjs/common';
import type { PluggedInMessage } from '#libs/contracts/agent';
import type { TestResult } from '#libs/fleet/device-test';
import type { HallFact } from '#libs/hall/hall-event';
import { Feed } from '../ledger/feed.js';

/** What somebody did last at a device: of a rating that it was one, never which. */
export type InputKind = 'level' | 'key' | 'scan' | 'card' | 'ticket';

/** What a visitor does at a kiosk or a pad page, by what follows from it. */
const AT_SCREENS: Readonly<Partial<Record<HallFact['type'], InputKind>>> = {
  'ticket-issued': 'ticket',
  'visit-rated': 'level',
};

export interface SelfTestReport {
  at: Date;
  rows: ({ deviceId: string } & TestResult)[];
}

export interface HallDevices {
  inputs: ReadonlyMap<string, { kind: InputKind; at: Date }>;
  /** By agent. */
  plugged: ReadonlyMap<string, PluggedInMessage & { at: Date }>;
  /** Of the last test of everything since this server started. */
  report: SelfTestReport | null;
  testing: boolean;
}

interface Kept extends HallDevices {
  inputs: Map<string, { kind: InputKind; at: Date }>;
  plugged: Map<string, PluggedInMessage & { at: Date }>;
}

/** What the server has heard of devices and writes down nowhere: gone with a restart. */
@Injectable()
export class FleetMemory {
  readonly #halls = new Map<string, Kept>();
  readonly #watchers = new Set<(hallId: string) => void>();

  constructor(feed: Feed) {
    feed.onHall((hallId, events, { config }) => {
      for (const { fact, actor, at } of events) {
        const kind = AT_SCREENS[fact.type];
        const screen = config.devices.find(({ id, driver }) => !driver && actor === `device:${id}`);
        if (kind && screen && screen.kind !== 'agent') this.input(hallId, screen.id, kind, at);
      }
    });
  }

  /** Told of each change. */
  watch(changed: (hallId: string) => void): void {
    this.#watchers.add(changed);
  }

  /** True whenever it is looked at. */
  of(hallId: string): HallDevices {
    return this.#hall(hallId);
  }

  input(hallId: string, deviceId: string, kind: InputKind, at: Date): void {
    this.#hall(hallId).inputs.set(deviceId, { kind, at });
    this.#changed(hallId);
  }

  plug(hallId: string, agentId: string, message: PluggedInMessage, at: Date): void {
    this.#hall(hallId).plugged.set(agentId, { ...message, at });
    this.#changed(hallId);
  }

  testing(hallId: string): void {
    this.#hall(hallId).testing = true;
    this.#changed(hallId);
  }

  tested(hallId: string, report: SelfTestReport): void {
    Object.assign(this.#hall(hallId), { report, testing: false });
    this.#changed(hallId);
  }

  #changed(hallId: string): void {
    for (const changed of this.#watchers) changed(hallId);
  }

  #hall(hallId: string): Kept {
    const known = this.#halls.get(hallId) ?? {
      ...{ inputs: new Map(), plugged: new Map(), report: null, testing: false },
    };
    this.#halls.set(hallId, known);
    return known;
  }
}
