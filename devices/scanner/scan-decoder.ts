/** Turns what a scanner sends into whole scans, for one connection. */
export interface ScanDecoder {
  /** Of a HID device a chunk is one input report. Returns the texts that are whole now. */
  push(chunk: Uint8Array, at: Date): string[];
  /** Bytes or characters of a scan that is not whole yet. */
  readonly held: number;
  /** The rest will not come. */
  reset(): void;
}
