/** Reads on from a place; behind the end everything is 0 and `isShort` says so. Two-byte values have the low byte first. */
export class ByteReader {
  #short = false;

  constructor(
    private readonly data: readonly number[],
    private at = 0,
  ) {}

  get isShort(): boolean {
    return this.#short;
  }

  byte(): number {
    const byte = this.data[this.at];
    this.at += 1;
    if (byte === undefined) this.#short = true;
    return byte ?? 0;
  }

  word(): number {
    return this.byte() + this.byte() * 0x100;
  }

  bytes(count: number): number[] {
    const found = this.data.slice(this.at, this.at + count);
    this.at += count;
    if (found.length < count) this.#short = true;
    return found;
  }
}
