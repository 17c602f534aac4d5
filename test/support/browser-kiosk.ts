import type { Locator, Page } from 'playwright-core';
import { readQr } from './browser-picture.js';
import { textOf } from './browser-text.js';

/** The kiosk's page, in a visitor's words. */
export class KioskPage {
  constructor(readonly page: Page) {}

  queue(prefix: string): Locator {
    return this.page.locator(`[data-queue="${prefix}"]`);
  }

  matter(matterId: string): Locator {
    return this.page.locator(`[data-matter="${matterId}"]`);
  }

  /** Two taps; answers with the number on the screen. */
  async take(prefix: string, matterId = 'matter-a'): Promise<string> {
    await this.queue(prefix).tap();
    await this.matter(matterId).tap();
    return this.number();
  }

  number(): Promise<string> {
    return textOf(this.page.locator('[data-number]'));
  }

  /** Resolves when the page tells this of the slip: printed, paper-out, … */
  slip(state: string): Promise<void> {
    return this.page.locator(`[data-slip="${state}"]`).waitFor();
  }

  /** What a phone reads from the screen. */
  qr(): Promise<string | null> {
    return readQr(this.page.locator('.follow svg'));
  }

  done(): Promise<void> {
    return this.page.locator('[data-done]').tap();
  }

  /** At the start, and taking taps. */
  atStart(): Promise<void> {
    return this.page.locator('[data-step="start"] .kiosk-main:not(.settling)').waitFor();
  }
}
