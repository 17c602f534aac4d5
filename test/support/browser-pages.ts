import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';

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
export type Kind = keyof typeof SIZES;

/** How long a page may take on a busy machine before a test gives up on it. */
export const PATIENCE_MS = 20_000;

/** Pages in a real browser, each on a machine of its own: nothing is shared between two. */
export class BrowserPages {
  /** What pages wrote into the browser's console as errors or warnings. */
  readonly complaints: string[] = [];
  /** Runs in every page before its own scripts. */
  script: string | undefined;
  /** Picture points a CSS pixel. */
  scale = 1;

  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<BrowserPages> {
    return new BrowserPages(await openBrowser());
  }

  async page(address: string, kind: Kind): Promise<Page> {
    const context = await this.browser.newContext({
      ...{ viewport: SIZES[kind], hasTouch: kind !== 'counter', locale: 'zh-CN' },
      deviceScaleFactor: this.scale,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    if (this.script !== undefined) await context.addInitScript({ content: this.script });
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`${kind}: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        this.complaints.push(`${kind}: ${message.text()} ${message.location().url}`);
    });
    await page.goto(address);
    return page;
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
