import type { DutySnapshot } from '#libs/contracts/snapshots';

type Port = NonNullable<DutySnapshot['devices'][number]['port']>;

/** As stickers and systems write it: `0c2e`. */
export const hex = (word: number): string => word.toString(16).padStart(4, '0');

/** What the sentence about a port names. */
export function portParams(port: Port): Record<string, string | number> {
  if (port.kind !== 'hid') return { ...port };
  return { vendor: hex(port.vendorId), product: hex(port.productId) };
}
