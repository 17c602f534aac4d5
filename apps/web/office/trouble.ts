import type { DutySnapshot } from '#libs/contracts/snapshots';

export type DeviceRow = DutySnapshot['devices'][number];

/** Why a device needs a person: the key of a sentence, null when it is well. What keeps it from working at all comes first. */
export function troubleOf(device: DeviceRow): string | null {
  if (!device.enrolled) return 'duty.notEnrolled';
  if (device.trouble === 'sound-blocked') return 'trouble.sound-blocked';
  if (device.trouble !== null && device.trouble !== 'unreachable') return `printer.${device.trouble}`;
  return device.connected && device.trouble === null ? null : 'duty.offline';
}
