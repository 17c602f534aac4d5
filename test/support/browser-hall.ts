import type { Browser, Page } from 'playwright-core';
import type { Role } from '#libs/hall/actor';
import type { HallConfig } from '#libs/hall/config';
import { openBrowser } from './browser.js';
import { CounterPage } from './browser-counter.js';
import { BenchDevices } from './browser-devices.js';
import { KioskPage } from './browser-kiosk.js';
import { OfficePage } from './browser-office.js';
import type { Shape } from './test-config.js';
import { PASSWORD, TestHall } from './test-hall.js';

/** The size of each kind of screen, in CSS pixels (look.md). */
export const SIZES = {
  kiosk: { width: 1080, height: 1920 },
  board: { width: 1920, height: 1080 },
  sign: { width: 1920, height: 1080 },
  pad: { width: 800, height: 1280 },
  counter: { width: 1366, height: 768 },
  office: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const;
type Kind = keyof typeof SIZES;

/** How long a page may take on a busy machine before a test gives up on it. */
export const PATIENCE_MS = 20_000;

/** A hall whose pages stand open in a real browser, each on a machine of its own, with an agent and its devices. */
export class BrowserHall {
  /** What pages wrote into the browser's console as warnings or errors. */
  readonly complaints: string[] = [];
  /** Runs in every page before its own scripts. */
  #before: string | undefined;

  private constructor(
    readonly hall: TestHall,
    readonly devices: BenchDevices,
    private readonly browser: Browser,
    private readonly stopAgent: () => Promise<void>,
  ) {}

  /** Queue C gives numbers in the afternoon only; the hall opens at nine. */
  static async open(shape: Shape = {}): Promise<BrowserHall> {
    const devices = await BenchDevices.start();
    const change = (config: HallConfig) =>
      devices.furnish(afternoonC(shape.change?.(config) ?? config), 'hall');
    const [hall, browser] = await Promise.all([
      TestHall.start({ prefixes: 'ABC', ...shape, change }),
      openBrowser(),
    ]);
    return new BrowserHall(hall, devices, browser, await devices.attach(hall));
  }

  get clock() {
    return this.hall.clock;
  }

  beforeEveryPage(script: string): void {
    this.#before = script;
  }

  /** Opens an address on a machine of its own: nothing is shared with another page. */
  async page(address: string, kind: Kind): Promise<Page> {
    const context = await this.browser.newContext({
      ...{ viewport: SIZES[kind], hasTouch: kind !== 'counter', locale: 'zh-CN' },
    });
    context.setDefaultTimeout(PATIENCE_MS);
    if (this.#before !== undefined) await context.addInitScript({ content: this.#before });
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`${address}: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        this.complaints.push(`${address}: ${message.text()}`);
    });
    await page.goto(new URL(address, this.hall.server.url).href);
    return page;
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
    await this.hall.hire(username, ['clerk']).catch(() => undefined); // hired before
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
    await this.browser.close();
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
