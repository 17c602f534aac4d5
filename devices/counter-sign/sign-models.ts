import type { AsciiBarModel } from './ascii-bar.protocol.js';
import type { BxModel } from './onbon-bx-k.protocol.js';
import type { SignColours } from './sign-wish.js';

const COLOURS: SignColours = { idle: 'green', call: 'red', paused: 'yellow' };

/** A bar of eight Chinese characters of 16 dots behind a BX-6K card. */
export const BX_6K: BxModel = {
  deviceType: 0xfe,
  address: 0xfffe,
  // A published frame for a 6K3 and the protocol as two public programs quote it: README, wire notes.
  unit: 'marked-pixels',
  x: 0,
  y: 0,
  width: 128,
  height: 16,
  columnPixels: 8,
  font: 'gb2312',
  colours: COLOURS,
  speed: 6,
  dynamicFirst: false,
};

/** The same behind a BX-5K or 5MK card. */
export const BX_5K: BxModel = { ...BX_6K, unit: 'eight-pixels' };

/** Card 1, area 1, centred, as in the only program that is known to speak it. */
export const ASCII_BAR: AsciiBarModel = {
  card: 1,
  area: 1,
  page: null,
  columns: 16,
  font: 'gb2312',
  colours: COLOURS,
  horizontal: 2,
  vertical: 2,
};
