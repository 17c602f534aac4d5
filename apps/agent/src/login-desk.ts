import type { AttachedDevice } from '#libs/contracts/agent';
import { PAGE_SILENCE_MS, pageGreeter } from '#devices/evaluator-pad/page-greeter';
import { RATE_SILENCE_MS, rateGreeter } from '#devices/evaluator-pad/rate-greeter';
import { RATE_PAD } from '#devices/evaluator-pad/rate-pad-models';
import type { OpenPort } from '#devices/contract/port';
import type { Timers } from '#devices/contract/timers';
import { WebSocketListener, type Greeter } from '#devices/contract/websocket-listener';

/** How the devices of a driver log in, and how long they may be silent. */
const DIALECTS: Readonly<Record<string, { greeter: Greeter; silenceMs: number }>> = {
  'websocket-rate-pad': { greeter: rateGreeter(RATE_PAD.names), silenceMs: RATE_SILENCE_MS },
  'websocket-page-pad': { greeter: pageGreeter, silenceMs: PAGE_SILENCE_MS },
};

/** Where devices come to that connect by themselves: one listener a port, a place for each by its address. */
export class LoginDesk {
  readonly #listeners = new Map<number, WebSocketListener>();

  constructor(private readonly timers: Timers) {}

  openPort({ driver, port, address, settings }: AttachedDevice): OpenPort {
    const dialect = DIALECTS[driver];
    if (!dialect || port.kind !== 'websocket') throw new Error(`nothing of driver ${driver} logs in`);
    if (address === undefined) throw new Error('it has no address to log in with');
    const { host, port: number } = port;
    const listener =
      this.#listeners.get(number) ??
      new WebSocketListener({ host, port: number, timers: this.timers, ...dialect });
    this.#listeners.set(number, listener);
    const key = settings?.['key'];
    return listener.openPort(String(address), typeof key === 'string' ? key : null);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#listeners.values()].map((listener) => listener.close()));
  }
}
