export interface ServerClock {
  /** The server says what time it is. */
  set(at: string): void;
  now(): Date;
}

/**
 * The server's time, carried on by a clock that only runs forward: whoever sets the wall clock of a kiosk
 * moves nothing. Before the first word of the server it is the screen's own time.
 */
export function createServerClock(elapsed: () => number, own: number): ServerClock {
  let anchor = { at: own, elapsed: elapsed() };
  return {
    set(at) {
      anchor = { at: Date.parse(at), elapsed: elapsed() };
    },
    now: () => new Date(anchor.at + elapsed() - anchor.elapsed),
  };
}
