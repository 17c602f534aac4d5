import { shallowRef } from 'vue';

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
  // Reactive: whatever shows a time follows the server's word at once.
  const anchor = shallowRef({ at: own, elapsed: elapsed() });
  return {
    set(at) {
      anchor.value = { at: Date.parse(at), elapsed: elapsed() };
    },
    now: () => new Date(anchor.value.at + elapsed() - anchor.value.elapsed),
  };
}
