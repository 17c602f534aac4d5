import type { Page } from 'playwright-core';

/** The office's pages. */
export class OfficePage {
  constructor(readonly page: Page) {}

  async signIn(username: string, password: string): Promise<void> {
    await this.page.locator('[name="username"]').fill(username);
    await this.page.locator('[name="password"]').fill(password);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('navigation').waitFor();
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole('navigation').getByText(name).click();
  }

  /** The steps of a ticket's history: when, and what. */
  async history(number: string): Promise<{ time: string; step: string }[]> {
    await this.openTab('号票');
    await this.page.getByRole('link', { name: number }).click();
    await this.page.getByRole('link', { name: '返回号票' }).waitFor(); // the table of tickets has rows too
    const rows = this.page.locator('tbody tr');
    await rows.first().waitFor();
    const cells = (await rows.allInnerTexts()).map((row) => row.split('\t'));
    return cells.map(([time = '', step = '']) => ({ time, step }));
  }
}
