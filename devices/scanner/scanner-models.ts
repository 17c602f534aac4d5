import { HidPosDecoder, type HidPosLayout } from './hid-pos.codec.js';
import { KeyboardDecoder } from './keyboard.codec.js';
import { LineDecoder } from './line.codec.js';
import type { ScanDecoder } from './scan-decoder.js';

/** Known reports stand at the usual place or one further (hardware.md 4.f). */
export const HID_POS_LAYOUT: HidPosLayout = { reportId: 2, shifts: [0, 1] };

/** What opens a HID POS scanner: where it is found, and for some vendors the feature report that makes it speak so. */
export const HID_POS_PORT = {
  usagePage: 0x8c,
  usage: 2,
  vendorsToTell: [0x0c2e, 0x23d0],
  feature: Uint8Array.of(254, 1),
} as const;

/** How a model speaks. */
export interface ScannerModel {
  name: string;
  decoder(): ScanDecoder;
}

export const SCANNER_MODELS = {
  serial: { name: 'serial or USB-CDC', decoder: () => new LineDecoder() },
  hidPos: { name: 'HID POS', decoder: () => new HidPosDecoder(HID_POS_LAYOUT) },
  keyboard: { name: 'keyboard wedge', decoder: () => new KeyboardDecoder(null) },
} as const satisfies Record<string, ScannerModel>;
