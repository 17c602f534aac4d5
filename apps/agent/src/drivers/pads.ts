import { FourKeyPadDriver } from '#devices/evaluator-pad/four-key-pad.driver';
import { addressOf, type Attach } from './attached.js';

const fourKeyPad: Attach = (device, { line, timers, onHealth, onInput }) => {
  const driver = new FourKeyPadDriver({
    ...{ line, timers, onHealth, address: addressOf(device) },
    onPress: ({ level, invitationId, pressedAt }) =>
      onInput({ kind: 'level', level, invitationId, pressedAt: pressedAt.toISOString() }),
  });
  return {
    start: () => driver.start(),
    stop: () => driver.stop(),
    show: (wish) => {
      if (wish.kind === 'evaluator-pad') driver.show({ invitationId: wish.invitation?.id ?? null });
    },
  };
};

export const pads: Readonly<Record<string, Attach>> = { 'four-key-pad': fourKeyPad };
