import type { WaitRange } from '#libs/contracts/snapshots';

/** `12–18`, or the one number where a range says no more; null when there is no wait to tell of. */
export function waitMinutes(wait: WaitRange | null): string | null {
  if (wait === null || wait.to === 0) return null;
  return wait.from === 0 || wait.from === wait.to ? `${wait.to}` : `${wait.from}–${wait.to}`;
}
