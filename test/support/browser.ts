import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome'];
/** Quiet, and allowed to speak without a touch, as a hall's screens are set up. */
const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required'],
];

/** An installed Chromium, else the one inside an npm package; `TINGXU_BROWSER=unpacked` asks for the latter. */
export async function openBrowser(): Promise<Browser> {
  const installed = process.env['TINGXU_BROWSER'] === 'unpacked' ? undefined : installedChromium();
  try {
    return await chromium.launch(installed ? { executablePath: installed, args: ARGS } : await unpacked());
  } catch (cause) {
    throw new Error(`no browser for the pages' tests: neither ${INSTALLED.join(', ')} nor the unpacked one`, {
      cause,
    });
  }
}

function installedChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return INSTALLED.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/**
 * The package unpacks the libraries that a bare machine lacks only when it believes to run on Lambda. Its own arguments are
 * for one page in one process: with more pages that browser ends.
 */
async function unpacked(): Promise<LaunchOptions> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: carried } = await import('@sparticuz/chromium');
  return { executablePath: await carried.executablePath(), args: ARGS };
}
