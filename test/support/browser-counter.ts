import type { Locator, Page } from 'playwright-core';
import { textOf } from './browser-text.js';

/** The counter's page, worked by the keyboard alone. */
export class CounterPage {
  constructor(readonly page: Page) {}

  /** From the first field to the last by Tab; a counter is chosen by typing its number. */
  async signIn(username: string, password: string, counter: number): Promise<void> {
    await this.page.locator('[name="counter"]').waitFor();
    await this.page.locator('[name="counter"]').focus();
    await this.press(String(counter), 'Tab');
    await this.page.keyboard.type(username);
    await this.press('Tab');
    await this.page.keyboard.type(password);
    await this.press('Enter');
  }

  ready(): Promise<void> {
    return this.page.locator('.acts').waitFor();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  button(act: string): Locator {
    return this.page.locator(`.acts .${act}`);
  }

  get ticket(): Locator {
    return this.page.locator('.ticket');
  }

  /** Resolves when this number stands at the counter in that state. */
  async has(number: string, state: 'called' | 'serving'): Promise<void> {
    await this.page.locator(`.ticket.${state} .number`).filter({ hasText: number }).waitFor();
  }

  async isFree(): Promise<void> {
    await this.page.locator('.ticket.rest').waitFor();
  }

  /** The numbers that wait, first in line first. */
  async line(): Promise<string[]> {
    return this.page.locator('.line li b').allInnerTexts();
  }

  says(): Promise<string> {
    return textOf(this.page.locator('.note span'));
  }

  /** The question that a key opened. */
  get question(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Calls, begins and finishes with what the page proposes; the clock of the hall is moved by the test. */
  async call(number: string): Promise<void> {
    await this.press('F2');
    await this.has(number, 'called');
  }

  async begin(number: string): Promise<void> {
    await this.press('F4');
    await this.has(number, 'serving');
  }

  async finish(): Promise<void> {
    await this.press('F5');
    await this.question.waitFor();
    await this.press('Enter');
    await this.isFree();
  }
}
