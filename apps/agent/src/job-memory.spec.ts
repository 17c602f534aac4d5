import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JobMemory } from './job-memory.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tingxu-jobs-'));
  file = path.join(folder, 'jobs');
});
afterEach(() => fs.rm(folder, { recursive: true }));

const EXPIRES = '2026-03-02T01:00:30.000Z';
const untold = (memory: JobMemory) => memory.pending().map(({ message }) => message);

async function tellAll(memory: JobMemory, only?: string): Promise<void> {
  for (const { key, message } of memory.pending())
    if (!only || message.jobId === only) await memory.settled(key);
}

describe('the memory of print jobs', () => {
  it('knows a begun job after a crash, and tells that nobody saw its end', async () => {
    const crashed = await JobMemory.open(file);
    await crashed.begin('job', EXPIRES);
    const memory = await JobMemory.open(file);
    expect(memory.knows('job')).toBe(true);
    expect(untold(memory)).toEqual([{ jobId: 'job', outcome: 'unknown' }]);
    await Promise.all([crashed.close(), memory.close()]);
  });

  it('keeps an outcome until the server has it', async () => {
    const crashed = await JobMemory.open(file);
    await crashed.begin('job', EXPIRES);
    await crashed.end('job', 'printed');
    const memory = await JobMemory.open(file);
    expect(untold(memory)).toEqual([{ jobId: 'job', outcome: 'printed' }]);
    await tellAll(memory);
    expect(untold(memory)).toEqual([]);
    expect(memory.knows('job')).toBe(true);
    await Promise.all([crashed.close(), memory.close()]);
  });

  it('tells an outcome again when the server asks for the job again', async () => {
    const memory = await JobMemory.open(file);
    await memory.begin('job', EXPIRES);
    await memory.end('job', 'paper-out');
    await tellAll(memory);
    memory.tellAgain('job');
    expect(untold(memory)).toEqual([{ jobId: 'job', outcome: 'paper-out' }]);
    await memory.close();
  });

  it('does not take an answer to the first asking for one to the second', async () => {
    const memory = await JobMemory.open(file);
    await memory.begin('job', EXPIRES);
    await memory.end('job', 'printed');
    const [first] = memory.pending();
    memory.tellAgain('job');
    await memory.settled(first?.key ?? '');
    expect(untold(memory)).toEqual([{ jobId: 'job', outcome: 'printed' }]);
    await memory.close();
  });

  it('forgets only what the server knows and nobody may print any more', async () => {
    const jobs = Array.from({ length: 180 }, (_, i) => `job ${i}`);
    const memory = await JobMemory.open(file);
    for (const job of jobs) {
      await memory.begin(job, EXPIRES);
      await memory.end(job, 'printed');
      if (job !== 'job 0') await tellAll(memory, job);
    }
    await memory.begin('young', '2026-03-03T01:00:00.000Z');
    await memory.end('young', 'printed');
    await tellAll(memory, 'young');
    await memory.forget(new Date('2026-03-03T01:01:00.000Z'));
    await memory.close();
    const later = await JobMemory.open(file);
    expect([...jobs, 'young'].filter((job) => later.knows(job))).toEqual(['job 0', 'young']);
    await later.close();
  });
});
