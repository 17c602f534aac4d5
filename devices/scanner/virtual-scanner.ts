import iconv from 'iconv-lite';
import { Watched } from '../contract/watched.js';
import { encodeLine } from './line.codec.js';

/** A serial scanner without a wire: it only sends. */
export class VirtualScanner extends Watched {
  constructor(private readonly send: (bytes: Uint8Array) => void) {
    super();
  }

  /** A code is held before it. */
  scan(text: string, encoding: 'utf8' | 'gbk' = 'utf8'): void {
    this.send(encodeLine(iconv.encode(text, encoding)));
  }

  /** It breaks off in the middle. */
  scanHalf(text: string): void {
    const line = encodeLine(Buffer.from(text));
    this.send(line.subarray(0, Math.ceil(line.length / 2)));
  }

  noise(bytes: Uint8Array): void {
    this.send(bytes);
  }
}
