/** Time comes in, so that tests move it: nothing under devices or the agent reads a clock or sets a timer by itself. */
export interface Timers {
  now(): Date;
  /** Calls `act` once after that long; the answer takes it back. */
  after(milliseconds: number, act: () => void): () => void;
}

export const realTimers: Timers = {
  now: () => new Date(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
