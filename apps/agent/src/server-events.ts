import type { z } from 'zod';
import { deviceWish, devicesMessage, printMessage, testMessage, timeMessage } from '#libs/contracts/agent';
import type { Send } from './channel.js';
import type { Fleet } from './fleet.js';
import type { FollowedClock } from './followed-clock.js';
import type { JobMemory } from './job-memory.js';
import type { PrintDesk } from './print-desk.js';
import type { Spool } from './spool.js';
import type { TestBench } from './test-bench.js';

interface Parts {
  clock: FollowedClock;
  fleet: Fleet;
  desk: PrintDesk;
  bench: TestBench;
  spool: Spool;
  memory: JobMemory;
  send: Send;
  log(line: string): void;
}

/** What the server tells an agent, and what is done about it. */
export function serverEvents(parts: Parts): Record<string, (message: unknown) => void> {
  const { clock, fleet, desk, bench, spool, memory, send, log } = parts;
  const failed = (error: unknown): void => log(error instanceof Error ? error.message : String(error));
  const heard = { devices: false, time: false };
  const openDesk = (): void => {
    if (heard.devices && heard.time) desk.open();
  };
  return {
    time: shaped('time', timeMessage, log, ({ at }) => {
      clock.follow(new Date(at));
      heard.time = true;
      openDesk();
      Promise.all([spool.expire(clock.now()), memory.forget(clock.now())]).catch(failed);
    }),
    devices: shaped('devices', devicesMessage, log, ({ devices }) => {
      fleet
        .set(devices)
        .then(() => {
          heard.devices = true;
          openDesk();
        })
        .catch(failed);
    }),
    desired: shaped('desired', deviceWish, log, (wish) => bench.show(wish)),
    test: shaped('test', testMessage, log, (message) => {
      bench
        .run(message)
        .then((result) => send('tested', result))
        .catch(failed);
    }),
    print: shaped('print', printMessage, log, (job) => desk.accept(job)),
  };
}

/** One schema at every door: a message of another shape is logged and goes no further. */
function shaped<Schema extends z.ZodType>(
  event: string,
  schema: Schema,
  log: (line: string) => void,
  act: (message: z.output<Schema>) => void,
): (message: unknown) => void {
  return (message) => {
    const parsed = schema.safeParse(message);
    if (parsed.success) act(parsed.data);
    else log(`the server sent ${event} in a shape this agent does not know: ${faults(parsed.error)}`);
  };
}

const faults = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
