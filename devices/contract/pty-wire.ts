import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The simulators' end of a serial port of the kernel. It cannot tell whether a host has opened the port. */
export interface PtyWire {
  send(bytes: Uint8Array): void;
  /** The port is gone until it is plugged in again. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

export interface PtyWireOptions {
  /** Where the host opens the port; a link there is replaced. */
  path: string;
  bytes(chunk: Uint8Array): void;
}

const PROGRAM = 'socat';
const LOOK_MS = 10;
/** A host that closes the port ends the program; the port is there again after this. */
const AGAIN_MS = 200;

/** Whether this system can make one: by `socat`, where that is installed. */
export const hasPty = (): boolean => spawnSync(PROGRAM, ['-V']).status === 0;

export async function openPty(options: PtyWireOptions): Promise<PtyWire> {
  const wire = new SocatWire(options);
  await wire.plug();
  return wire;
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

class SocatWire implements PtyWire {
  #socat: ChildProcess | null = null;
  #plugged = false;

  constructor(private readonly options: PtyWireOptions) {}

  send(bytes: Uint8Array): void {
    this.#socat?.stdin?.write(bytes);
  }

  async plug(): Promise<void> {
    if (this.#plugged) return;
    this.#plugged = true;
    fs.mkdirSync(path.dirname(this.options.path), { recursive: true });
    const socat = this.#start();
    while (!fs.existsSync(this.options.path)) {
      if (hasEnded(socat)) throw new Error(`${PROGRAM} made no port at ${this.options.path}`);
      await sleep(LOOK_MS);
    }
  }

  async unplug(): Promise<void> {
    this.#plugged = false;
    const socat = this.#socat;
    this.#socat = null;
    if (socat && !hasEnded(socat)) {
      const gone = new Promise((resolve) => socat.once('exit', resolve));
      socat.kill();
      await gone;
    }
    fs.rmSync(this.options.path, { force: true });
  }

  close(): Promise<void> {
    return this.unplug();
  }

  #start(): ChildProcess {
    fs.rmSync(this.options.path, { force: true });
    // a folder's name may hold signs that mean something to the program
    const { dir, base } = path.parse(this.options.path);
    const socat = spawn(PROGRAM, ['-', `pty,raw,echo=0,link=${base}`], {
      ...{ cwd: dir, stdio: ['pipe', 'pipe', 'ignore'] as const },
    });
    socat.stdout.on('data', (chunk: Buffer) => this.options.bytes(chunk));
    // what is written while the program ends goes nowhere, as on a pulled plug
    socat.stdin.on('error', () => {});
    socat.on('error', () => {});
    socat.once('exit', () => void this.#ended(socat));
    this.#socat = socat;
    return socat;
  }

  async #ended(socat: ChildProcess): Promise<void> {
    if (this.#socat !== socat) return;
    this.#socat = null;
    await sleep(AGAIN_MS);
    if (this.#plugged && this.#socat === null) this.#start();
  }
}
