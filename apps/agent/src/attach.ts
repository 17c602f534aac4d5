import type { AttachedDevice, HealthMessage } from '#libs/contracts/agent';
import type { Line } from '#devices/contract/line';
import type { Timers } from '#devices/contract/timers';
import { FourKeyPadDriver, type PadPress } from '#devices/evaluator-pad/four-key-pad.driver';
import { PAPERS, type PaperProfile } from '#devices/slip-printer/paper';
import { SlipPrinterDriver } from '#devices/slip-printer/slip-printer.driver';

/** What a driver needs of the agent. */
export interface Surroundings {
  line: Line;
  timers: Timers;
  onHealth(message: HealthMessage): void;
  onPress(deviceId: string, press: PadPress): void;
}

export type Attached =
  { kind: 'slip-printer'; driver: SlipPrinterDriver } | { kind: 'evaluator-pad'; driver: FourKeyPadDriver };

/** Throws, in words for the log, when the device's settings do not do. */
type Attach = (device: AttachedDevice, around: Surroundings) => Attached;

const escpos =
  (paper: PaperProfile): Attach =>
  (device, { line, timers, onHealth }) => ({
    kind: 'slip-printer',
    driver: new SlipPrinterDriver({
      line,
      paper,
      timers,
      onHealth: (state) => onHealth({ kind: 'slip-printer', deviceId: device.id, state }),
    }),
  });

const fourKeyPad: Attach = (device, { line, timers, onHealth, onPress }) => {
  if (device.address === undefined) throw new Error('it has no address on its bus');
  return {
    kind: 'evaluator-pad',
    driver: new FourKeyPadDriver({
      line,
      address: device.address,
      timers,
      onHealth: (state) => onHealth({ kind: 'evaluator-pad', deviceId: device.id, state }),
      onPress: (press) => onPress(device.id, press),
    }),
  };
};

/** Driver names as the hall's configuration has them. A new family is a row. */
const DRIVERS: ReadonlyMap<string, Attach> = new Map([
  ['escpos', escpos(PAPERS['80mm'])],
  ['escpos-58mm', escpos(PAPERS['58mm'])],
  ['four-key-pad', fourKeyPad],
]);

export function attach(device: AttachedDevice, around: Surroundings): Attached {
  const row = DRIVERS.get(device.driver);
  if (!row) throw new Error(`no driver is called ${device.driver}`);
  const attached = row(device, around);
  if (attached.kind !== device.kind) throw new Error(`driver ${device.driver} is not for a ${device.kind}`);
  return attached;
}
