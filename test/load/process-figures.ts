import { readFileSync } from 'node:fs';

/** A second of the kernel's clock that processes are told in (USER_HZ). */
const TICKS_PER_S = 100;

/** Memory of a process, in MB; null where the system has no /proc. */
export function residentMb(pid: number): number | null {
  const kb = /VmRSS:\s+(\d+)/.exec(told(pid, 'status') ?? '')?.[1];
  return kb ? Math.round(Number(kb) / 1024) : null;
}

/** Seconds of a core that a process has used, in its own code and in the kernel; null where the system has no /proc. */
export function coreSeconds(pid: number): number | null {
  // The name before the last bracket may hold anything; behind it utime and stime stand at places 12 and 13.
  const fields = told(pid, 'stat')?.split(') ').at(-1)?.split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S : null;
}

function told(pid: number, what: 'status' | 'stat'): string | null {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return null;
  }
}
