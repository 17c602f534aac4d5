import type { DemoAccount } from '../../../prisma/seed.js';
import { COUNTY, TOWN } from '../../../prisma/seed/demo-people.js';

export interface Line {
  page: string;
  address: string;
  what: string;
}

/** Screens that the table offers a way into; the office's devices page makes codes for the others. */
export const SHOWN_SCREENS: readonly { hallId: string; deviceId: string; page: string; what: string }[] = [
  { hallId: COUNTY, deviceId: 'kiosk-1', page: '取号机 kiosk', what: 'take a number (1080×1920)' },
  {
    hallId: COUNTY,
    deviceId: 'board-zone-1',
    page: '叫号屏 board',
    what: 'calls and speech of zone 1 (1920×1080)',
  },
  { hallId: COUNTY, deviceId: 'sign-1', page: '窗口屏 sign', what: 'sign of counter 1' },
  { hallId: COUNTY, deviceId: 'pad-1', page: '评价平板 pad', what: 'rating pad of counter 1 (800×1280)' },
  { hallId: TOWN, deviceId: 'town-kiosk', page: '乡镇取号机', what: 'kiosk of the second hall' },
];

/** Pages that anyone may open, or where people sign in. */
export const openPages = (url: string): Line[] => [
  { page: '窗口 counter', address: `${url}/counter/`, what: 'a clerk signs in and calls (1366×768)' },
  {
    page: '导办 guide',
    address: `${url}/guide/`,
    what: 'a guide helps: numbers, finding, putting right (1024×1366)',
  },
  { page: '办公 office', address: `${url}/office/`, what: 'duty board, ticket histories, devices' },
  { page: '公示 figures', address: `${url}/figures/?hall=${COUNTY}`, what: 'today’s public figures' },
  {
    page: '实验台 lab',
    address: `${url}/lab/`,
    what: 'the simulated devices: cards, keys, paper, and their mischief (1366×768)',
  },
  {
    page: '查询 enquiry',
    address: `${url}/enquiry/?hall=${COUNTY}`,
    what: 'guides, papers, where to go (1080×1920, and a phone)',
  },
  { page: 'API', address: `${url}/api/openapi.json`, what: 'the REST doors' },
];

/** Chinese letters take two columns of a terminal. */
const width = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffdc]/.test(letter) ? 2 : 1), 0);
const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(columns - width(text), 0));

export function printTable(lines: readonly Line[]): void {
  const pages = Math.max(...lines.map(({ page }) => width(page)));
  const addresses = Math.max(...lines.map(({ address }) => width(address)));
  console.log('');
  for (const { page, address, what } of lines)
    console.log(`  ${padded(page, pages)}  ${padded(address, addresses)}  ${what}`);
}

/** Told once, at the first start: only hashes are kept. */
export function printAccounts(accounts: readonly DemoAccount[]): void {
  console.log('\n  Demonstration accounts, made just now and shown this once:\n');
  for (const { username, name, password, roles } of accounts) {
    const held = Object.entries(roles).map(([hall, list]) => `${hall}: ${list.join(', ')}`);
    console.log(`  ${padded(username, 12)} ${padded(password, 12)} ${padded(name, 8)} ${held.join('; ')}`);
  }
}
