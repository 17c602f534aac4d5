import { MessageChannel, Worker } from 'node:worker_threads';
import { DatabaseUnavailable } from './database-unavailable.js';
import { PortStream } from './port-stream.js';

type Report = { ready: true } | { refused: string } | { crashed: string } | { closed: true };

export interface EngineJob {
  job: 'build' | 'open';
  dataDir: string;
  fsyncs: BigInt64Array;
  withoutHook: boolean;
}

/** Starts the engine's thread and waits until the database is built, or open. */
export async function startWorker(job: EngineJob): Promise<Worker> {
  const worker = new Worker(new URL('./embedded.worker.mjs', import.meta.url), { workerData: job });
  const refused = await firstReport(worker);
  if (refused === undefined) return worker;
  await worker.terminate();
  throw new DatabaseUnavailable(`the database in ${job.dataDir} cannot be opened: ${refused}`);
}

/** Why the worker refused; nothing when it is ready. */
function firstReport(worker: Worker): Promise<string | undefined> {
  return new Promise((resolve) => {
    worker.once('error', (error) => resolve(error.message));
    worker.once('exit', (code) => resolve(`the engine ended (${code})`));
    worker.once('message', (report: Report) => {
      worker.removeAllListeners('error').removeAllListeners('exit');
      resolve('refused' in report ? report.refused : 'crashed' in report ? report.crashed : undefined);
    });
  });
}

/** The engine can end by itself: a failed fsync, memory used up. Told once, with the first reason. */
export function onceEnded(worker: Worker, tell: (error: Error) => void): void {
  let told = false;
  const end = (reason: string) => {
    if (!told) tell(new Error(`the embedded database ended by itself: ${reason}`));
    told = true;
  };
  worker.on('message', (report: Report) => {
    if ('crashed' in report) end(report.crashed);
  });
  worker.on('error', (error) => end(error.message));
  worker.on('exit', (code) => end(`exit code ${code}`));
}

export function connectTo(worker: Worker): PortStream {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ connect: port2 }, [port2]);
  return new PortStream(port1);
}

export async function closeWorker(worker: Worker): Promise<void> {
  await new Promise<void>((resolve) => {
    worker.once('message', () => resolve());
    worker.once('exit', () => resolve());
    worker.postMessage({ close: true });
  });
  await worker.terminate();
}
