export interface IdleCountdown {
  /** Somebody is there: the whole time again. */
  touch(): void;
  /** Whole seconds left, 0 when the time is over. */
  secondsLeft(): number;
}

export function createIdleCountdown(seconds: number, now: () => Date): IdleCountdown {
  let touched = now().getTime();
  return {
    touch() {
      touched = now().getTime();
    },
    secondsLeft() {
      const gone = Math.max(0, now().getTime() - touched);
      return Math.max(0, Math.ceil(seconds - gone / 1_000));
    },
  };
}
