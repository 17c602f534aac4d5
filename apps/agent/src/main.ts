#!/usr/bin/env node
import { startAgent, type RunningAgent } from './agent.js';
import { readSettings } from './settings.js';

/** The promise to whoever presses Ctrl-C is 3 s: a device that does not let go is left. */
const LEAVE_MS = 2_500;

let agent: RunningAgent | null = null;

const leave = (): void => {
  setTimeout(() => process.exit(1), LEAVE_MS).unref();
  // Still enrolling: nothing has begun that would have to end.
  if (!agent) process.exit(0);
  agent.stop().then(
    () => process.exit(0),
    (error: unknown) => fail(error),
  );
};

function fail(error: unknown): void {
  process.stderr.write(`agent: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

process.once('SIGINT', leave);
process.once('SIGTERM', leave);

try {
  agent = await startAgent(readSettings(process.env));
} catch (error) {
  fail(error);
}
