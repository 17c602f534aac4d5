import type { AttachedDevice } from '#libs/contracts/agent';
import type { StandInServer } from '../../apps/agent/src/stand-in-server.fixture.js';

/** A device that somebody uses all the time, on a plug that somebody pulls. */
export interface BusyDevice {
  readonly attached: AttachedDevice;
  plug(): Promise<void>;
  /** In the middle of things. */
  unplug(): Promise<void>;
  close(): Promise<void>;
  /** One press, scan or slip, whatever becomes of it. `inService`: plugged in and reported ready. */
  use(place: number, inService: () => boolean): Promise<void>;
  /** What was lost or doubled, in words. */
  faults(): string[];
  /** How much of what was done had to arrive, or to be printed. */
  owed(): number;
}

/** What was done at a device that sends: whether it was acknowledged, and how often it arrived. */
export class Sent {
  readonly #acknowledged = new Map<string, boolean>();

  constructor(
    private readonly deviceId: string,
    private readonly server: StandInServer,
  ) {}

  done(name: string): void {
    this.#acknowledged.set(name, this.#acknowledged.get(name) ?? false);
  }

  acknowledged(name: string): void {
    this.#acknowledged.set(name, true);
  }

  owed(): number {
    return [...this.#acknowledged.values()].filter((acknowledged) => acknowledged).length;
  }

  faults(): string[] {
    const arrived = this.#arrived();
    const wrong = [...this.#acknowledged].flatMap(([name, acknowledged]) => {
      const times = arrived.filter((other) => other === name).length;
      if (times === 1 || (times === 0 && !acknowledged)) return [];
      return [`${name}: ${acknowledged ? 'acknowledged' : 'in doubt'}, arrived ${times} times`];
    });
    const strange = arrived.filter((name) => !this.#acknowledged.has(name));
    return [...wrong, ...strange.map((name) => `${name}: never sent`)];
  }

  /** The agent may send the same request again until it is answered. */
  #arrived(): string[] {
    const mine = this.server.inputs.filter(({ deviceId }) => deviceId === this.deviceId);
    const once = new Map(mine.map((input) => [input.requestId, input]));
    return [...once.values()].map((input) => {
      if (input.kind === 'level') return String(input.invitationId);
      return input.kind === 'scan' ? input.text : `transfer to ${input.target}`;
    });
  }
}
