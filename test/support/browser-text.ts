import type { Locator, Page } from 'playwright-core';

/** The words of a place, as one line. */
export const textOf = async (place: Locator): Promise<string> =>
  (await place.innerText()).replace(/\s+/g, ' ').trim();

/** Resolves when the page shows this text. */
export const shows = (page: Page | Locator, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();

/** Resolves when the page no longer shows it. */
export const hides = (page: Page | Locator, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor({ state: 'hidden' });
