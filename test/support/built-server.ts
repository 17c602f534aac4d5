import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run build:server` makes it; `npm test` and `npm run bench` are run in the project's folder. */
const MAIN = join(process.cwd(), 'dist', 'apps', 'server', 'src', 'main.js');
const LISTENS = /listens on (http:\S+)/;

/** The server as it ships, in a process of its own. */
export class BuiltServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** When its process was started, by `performance.now()`. */
    readonly startedAt: number,
  ) {}

  /** Resolves when it listens, on a port the system chose. */
  static start(dataDir: string, databaseUrl: string | undefined): Promise<BuiltServer> {
    if (!existsSync(MAIN)) throw new Error('the server is not built: npm run build:server');
    const startedAt = performance.now();
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        DATABASE_URL: databaseUrl ?? '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Promise((resolve, reject) => {
      let said = '';
      const hear = (bytes: Buffer) => {
        said += bytes.toString();
        const url = LISTENS.exec(said)?.[1];
        if (url) resolve(new BuiltServer(child, url, startedAt));
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`the server ended (${code}): ${said}`)));
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** As a power cut ends it: nothing is said, nothing is finished. Resolves when the process is gone. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** As Ctrl-C ends it. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill(signal);
    return ended;
  }
}
