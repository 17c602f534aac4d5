import type { AttachedDevice } from '#libs/contracts/agent';
import { DEVICE_SETTINGS } from '#libs/contracts/device-settings';
import { asciiBar } from '#devices/counter-sign/ascii-bar.protocol';
import { CounterSignDriver } from '#devices/counter-sign/counter-sign.driver';
import { onbonBxK, type BxModel } from '#devices/counter-sign/onbon-bx-k.protocol';
import { ASCII_BAR, BX_5K, BX_6K } from '#devices/counter-sign/sign-models';
import type { SignProtocol } from '#devices/counter-sign/sign-protocol';
import { parseTemplate } from '#devices/counter-sign/sign-template';
import { templateSign } from '#devices/counter-sign/template-sign.protocol';
import { settled, type Attach } from './attached.js';

/** A model with what the hall says of it in place of its own. */
function adjusted<Model extends object>(model: Model, settings: object): Model {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  return { ...model, ...Object.fromEntries(given) };
}

const sign =
  (protocolOf: (device: AttachedDevice) => SignProtocol): Attach =>
  (device, { line, timers, onHealth }) => {
    const driver = new CounterSignDriver({
      ...{ line, timers, protocol: protocolOf(device) },
      onHealth: (health) =>
        onHealth(health.state, health.state === 'refusing' ? `it refuses with code ${health.code}` : null),
    });
    return {
      start: () => driver.start(),
      stop: () => driver.stop(),
      show: (wish) => {
        if (wish.kind === 'counter-sign') driver.show(wish.shows);
      },
    };
  };

const bxCard = (model: BxModel, driver: 'onbon-bx-5k' | 'onbon-bx-6k'): Attach =>
  sign((device) => onbonBxK(adjusted(model, settled(DEVICE_SETTINGS[driver], device))));

export const signs: Readonly<Record<string, Attach>> = {
  'onbon-bx-5k': bxCard(BX_5K, 'onbon-bx-5k'),
  'onbon-bx-6k': bxCard(BX_6K, 'onbon-bx-6k'),
  'ascii-bar': sign((device) => asciiBar(adjusted(ASCII_BAR, settled(DEVICE_SETTINGS['ascii-bar'], device)))),
  'template-sign': sign((device) =>
    templateSign(parseTemplate(settled(DEVICE_SETTINGS['template-sign'], device)), device.address ?? null),
  ),
};
