import { DEVICE_SETTINGS } from '#libs/contracts/device-settings';
import { FourKeyPadDriver } from '#devices/evaluator-pad/four-key-pad.driver';
import { KeyPadDriver } from '#devices/evaluator-pad/key-pad.driver';
import { DIGIT_KEY_PAD, LETTER_KEY_PAD, type KeyPadModel } from '#devices/evaluator-pad/key-pad-models';
import type { PadHealth, PadPress, PadState } from '#devices/evaluator-pad/pad-driver';
import { PagePadDriver } from '#devices/evaluator-pad/page-pad.driver';
import { RatePadDriver } from '#devices/evaluator-pad/rate-pad.driver';
import { RATE_PAD } from '#devices/evaluator-pad/rate-pad-models';
import { ReportPadDriver } from '#devices/evaluator-pad/report-pad.driver';
import { OWN_REPORT_PAD } from '#devices/evaluator-pad/report-pad-models';
import type { ShowingDriver } from '#devices/contract/driver';
import type { AttachedDevice } from '#libs/contracts/agent';
import { addressOf, settled, type Attach, type Surroundings } from './attached.js';

type PadDriver = ShowingDriver<PadHealth, PadState>;

const pad =
  (driverOf: (device: AttachedDevice, around: Surroundings) => PadDriver): Attach =>
  (device, around) => {
    const driver = driverOf(device, around);
    return {
      start: () => driver.start(),
      stop: () => driver.stop(),
      show: (wish) => {
        if (wish.kind === 'evaluator-pad') driver.show({ invitationId: wish.invitation?.id ?? null });
      },
    };
  };

const pressed =
  ({ onInput }: Surroundings) =>
  ({ level, invitationId, pressedAt }: PadPress): void =>
    onInput({ kind: 'level', level, invitationId, pressedAt: pressedAt.toISOString() });

const keyPad = (model: KeyPadModel): Attach =>
  pad((_device, around) => {
    const { line, timers, onHealth } = around;
    return new KeyPadDriver({ line, timers, onHealth, model, onPress: pressed(around) });
  });

export const pads: Readonly<Record<string, Attach>> = {
  'four-key-pad': pad((device, around) => {
    const { line, timers, onHealth } = around;
    const onPress = pressed(around);
    return new FourKeyPadDriver({ line, timers, onHealth, onPress, address: addressOf(device) });
  }),
  'hid-digit-pad': keyPad(DIGIT_KEY_PAD),
  'hid-letter-pad': keyPad(LETTER_KEY_PAD),
  'hid-report-pad': pad((_device, around) => {
    const { line, timers, onHealth } = around;
    return new ReportPadDriver({ line, timers, onHealth, model: OWN_REPORT_PAD, onPress: pressed(around) });
  }),
  'websocket-rate-pad': pad((device, around) => {
    const { line, timers, onHealth } = around;
    const window = String(addressOf(device));
    return new RatePadDriver({ line, timers, onHealth, window, model: RATE_PAD, onPress: pressed(around) });
  }),
  'websocket-page-pad': pad((device, { line, timers, onHealth }) => {
    const { page } = settled(DEVICE_SETTINGS['websocket-page-pad'], device);
    return new PagePadDriver({ line, timers, onHealth, pageOf: () => page, restPage: page });
  }),
};
