/** What an agent asks of any driver. A missing device is a health report, never an exception. */
export interface Driver<Health> {
  start(): void;
  /** Lets the device go gently; nothing is reported afterwards. */
  stop(): Promise<void>;
  health(): Health;
}

/**
 * A device that shows something (pad, sign, keypad display): it is told the whole desired state, the driver sends the
 * difference, and after a reconnect it starts from nothing known.
 */
export interface ShowingDriver<Health, Wish> extends Driver<Health> {
  show(wish: Wish): void;
}

/** A device that does a job with an outcome (printer): one at a time, never twice by itself. */
export interface WorkingDriver<Health, Job, Outcome> extends Driver<Health> {
  work(job: Job): Promise<Outcome>;
}
