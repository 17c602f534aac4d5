import type { Page } from 'playwright-core';
import type { Role } from '#libs/hall/actor';
import type { HallConfig } from '#libs/hall/config';
import { CounterPage } from './browser-counter.js';
import { BenchDevices } from './browser-devices.js';
import { KioskPage } from './browser-kiosk.js';
import { OfficePage } from './browser-office.js';
import { BrowserPages, type Kind } from './browser-pages.js';
import type { Shape } from './test-config.js';
import { PASSWORD, TestHall } from './test-hall.js';

/** A hall whose pages stand open in a real browser, each on a machine of its own, with an agent and its devices. */
export class BrowserHall {
  readonly #clerks = new Set<string>();

  private constructor(
    readonly hall: TestHall,
    readonly devices: BenchDevices,
    readonly pages: BrowserPages,
    private readonly stopAgent: () => Promise<void>,
  ) {}

  /** Queue C gives numbers in the afternoon only; the hall opens at nine. */
  static async open(shape: Shape = {}): Promise<BrowserHall> {
    const devices = await BenchDevices.start();
    const change = (config: HallConfig) =>
      devices.furnish(afternoonC(shape.change?.(config) ?? config), 'hall');
    const [hall, pages] = await Promise.all([
      TestHall.start({ prefixes: 'ABC', ...shape, change }),
      BrowserPages.open(),
    ]);
    return new BrowserHall(hall, devices, pages, await devices.attach(hall));
  }

  get clock() {
    return this.hall.clock;
  }

  /** Opens an address of the hall's server. */
  page(address: string, kind: Kind): Promise<Page> {
    return this.pages.page(new URL(address, this.hall.server.url).href, kind);
  }

  /** A screen that takes its place by the code in its address. */
  async screen(kind: 'kiosk' | 'board' | 'sign' | 'pad', deviceId: string): Promise<Page> {
    return this.page(`/${kind}/#code=${await this.hall.code(deviceId)}`, kind);
  }

  async kiosk(): Promise<KioskPage> {
    return new KioskPage(await this.screen('kiosk', 'hall-kiosk'));
  }

  board(): Promise<Page> {
    return this.screen('board', 'hall-board');
  }

  sign(counter: number): Promise<Page> {
    return this.screen('sign', `hall-sign-${counter}`);
  }

  pad(counter: number): Promise<Page> {
    return this.screen('pad', `hall-pad-${counter}`);
  }

  /** A clerk who has signed in at a counter, by the keyboard. */
  async counter(counter: number, username = `clerk-${counter}`): Promise<CounterPage> {
    if (!this.#clerks.has(username)) await this.hall.hire(username, ['clerk']);
    this.#clerks.add(username);
    const desk = new CounterPage(await this.page('/counter/', 'counter'));
    await desk.signIn(username, PASSWORD, counter);
    await desk.ready();
    return desk;
  }

  async office(roles: readonly Role[]): Promise<OfficePage> {
    const username = `office-${roles.join('-')}`;
    await this.hall.hire(username, roles);
    const office = new OfficePage(await this.page('/office/', 'office'));
    await office.signIn(username, PASSWORD);
    return office;
  }

  async close(): Promise<void> {
    await this.pages.close();
    await this.stopAgent();
    await this.hall.stop();
    await this.devices.close();
  }
}

const afternoonC = (config: HallConfig): HallConfig => ({
  ...config,
  queues: config.queues.map((queue) =>
    queue.prefix === 'C'
      ? { ...queue, hours: [{ days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' }] }
      : queue,
  ),
});
