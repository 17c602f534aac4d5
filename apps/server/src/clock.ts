/** setTimeout overflows beyond 2^31 - 1 ms. */
const LONGEST_WAIT_MS = 2_000_000_000;

export interface Alarm {
  cancel(): void;
}

/** The one clock of the server. Tests move it; then what has become due rings at once. */
export class Clock {
  #offsetMs = 0;
  readonly #alarms = new Set<() => void>();
  readonly #watchers = new Set<() => void>();

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** Calls `ring` once when the clock shows `at` or later. */
  alarm(at: Date, ring: () => void): Alarm {
    let timer: NodeJS.Timeout | undefined;
    const arm = () => {
      clearTimeout(timer);
      const wait = at.getTime() - this.now().getTime();
      timer = setTimeout(
        () => (at <= this.now() ? done() : arm()),
        Math.min(Math.max(wait, 0), LONGEST_WAIT_MS),
      );
    };
    const cancel = () => {
      clearTimeout(timer);
      this.#alarms.delete(arm);
    };
    const done = () => {
      cancel();
      ring();
    };
    this.#alarms.add(arm);
    arm();
    return { cancel };
  }

  /** Calls `ring` at the turn of each minute. */
  eachMinute(ring: () => void): Alarm {
    const next = () => {
      const now = this.now().getTime();
      return this.alarm(new Date(now - (now % 60_000) + 60_000), () => {
        ring();
        waiting = next();
      });
    };
    let waiting = next();
    return { cancel: () => waiting.cancel() };
  }

  /** Told whenever the clock was moved: agents and pages follow it. */
  watch(moved: () => void): void {
    this.#watchers.add(moved);
  }

  moveTo(at: Date): void {
    this.#offsetMs = at.getTime() - Date.now();
    for (const arm of [...this.#alarms]) arm();
    for (const moved of this.#watchers) moved();
  }

  moveBy(ms: number): void {
    this.moveTo(new Date(this.now().getTime() + ms));
  }
}
