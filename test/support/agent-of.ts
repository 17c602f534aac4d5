import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAgent, type AgentOptions } from '../../apps/agent/src/agent.js';
import type { TestHall } from './test-hall.js';

/** Starts the agent that ships beside a hall's devices; answers with how to stop it. */
export async function startAgentOf(
  hall: TestHall,
  options: Pick<AgentOptions, 'look'> = {},
): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tingxu-agent-'));
  const enrolCode = await hall.code(`${hall.id}-agent`);
  const agent = await startAgent({ ...options, serverUrl: hall.server.url, dataDir, enrolCode });
  return async () => {
    await agent.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** A device simulator on this machine, as a configuration names it. */
export const onThisMachine = ({ port }: { port: number }) => ({
  kind: 'tcp' as const,
  host: '127.0.0.1',
  port,
});
