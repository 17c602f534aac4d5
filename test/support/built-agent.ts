import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run build:server` makes it. */
const MAIN = join(process.cwd(), 'dist', 'apps', 'agent', 'src', 'main.js');

/** The agent as it ships, in a process of its own. */
export class BuiltAgent {
  private constructor(private readonly child: ChildProcess) {}

  static start(serverUrl: string, dataDir: string, enrolCode: string): BuiltAgent {
    if (!existsSync(MAIN)) throw new Error('the agent is not built: npm run build:server');
    const child = spawn(process.execPath, [MAIN], {
      env: { ...process.env, SERVER_URL: serverUrl, AGENT_DATA_DIR: dataDir, ENROL_CODE: enrolCode },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return new BuiltAgent(child);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** As Ctrl-C ends it. */
  stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill('SIGTERM');
    return ended;
  }
}
