const DLE = 0x10;
const EOT = 0x04;
const ENQ = 0x05;

/** What a printer obeys at once, even when it has stopped: `DLE EOT 1-4` and `20`, `DLE ENQ 1` and `2`. */
export interface RealTimeCommand {
  kind: 'ask' | 'recover';
  n: number;
}

const KNOWN: readonly RealTimeCommand[] = [
  ...[1, 2, 3, 4, 20].map((n) => ({ kind: 'ask' as const, n })),
  ...[1, 2].map((n) => ({ kind: 'recover' as const, n })),
];

/** Picks the real-time commands out of the stream before anything waits in line. */
export class RealTimeFilter {
  #held: number[] = [];

  push(chunk: Uint8Array): { commands: RealTimeCommand[]; rest: number[] } {
    const commands: RealTimeCommand[] = [];
    const rest: number[] = [];
    for (const byte of chunk) {
      if (this.#held.length === 2) {
        const kind = this.#held[1] === EOT ? 'ask' : 'recover';
        const known = KNOWN.find((command) => command.kind === kind && command.n === byte);
        if (known) commands.push(known);
        else rest.push(...this.#held, byte);
        this.#held = [];
      } else if (this.#held.length === 1 && (byte === EOT || byte === ENQ)) this.#held.push(byte);
      else {
        rest.push(...this.#held);
        this.#held = byte === DLE ? [byte] : [];
        if (byte !== DLE) rest.push(byte);
      }
    }
    return { commands, rest };
  }

  reset(): void {
    this.#held = [];
  }
}
