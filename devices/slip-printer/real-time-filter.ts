const DLE = 0x10;
const EOT = 0x04;

/** Picks `DLE EOT 1-4` out of the stream before anything waits in line: a printer answers them even when it has stopped. */
export class RealTimeFilter {
  #held: number[] = [];

  push(chunk: Uint8Array): { asked: number[]; rest: number[] } {
    const asked: number[] = [];
    const rest: number[] = [];
    for (const byte of chunk) {
      if (this.#held.length === 2) {
        if (byte >= 1 && byte <= 4) asked.push(byte);
        else rest.push(...this.#held, byte);
        this.#held = [];
      } else if (this.#held.length === 1 && byte === EOT) this.#held.push(byte);
      else {
        rest.push(...this.#held);
        this.#held = byte === DLE ? [byte] : [];
        if (byte !== DLE) rest.push(byte);
      }
    }
    return { asked, rest };
  }

  reset(): void {
    this.#held = [];
  }
}
