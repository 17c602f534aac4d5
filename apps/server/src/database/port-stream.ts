import { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';

/** The socket that node-postgres believes in, over a MessagePort to the embedded engine. */
export class PortStream extends Duplex {
  constructor(private readonly port: MessagePort) {
    super({ allowHalfOpen: false }); // when the engine is gone, the client shall know
    port.on('message', (answer: Uint8Array<ArrayBuffer>) => this.push(Buffer.from(answer.buffer)));
    port.on('close', () => this.push(null));
  }

  connect(): this {
    setImmediate(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    this.port.ref();
    return this;
  }

  unref(): this {
    this.port.unref();
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.hand(new Uint8Array(chunk), done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.hand(new Uint8Array(Buffer.concat(chunks.map(({ chunk }) => chunk))), done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.port.close();
    done(error);
  }

  /** Always a copy: posting a slice of Node's shared buffer pool would clone the whole pool. */
  private hand(bytes: Uint8Array<ArrayBuffer>, done: () => void): void {
    this.port.postMessage(bytes, [bytes.buffer]);
    done();
  }
}
