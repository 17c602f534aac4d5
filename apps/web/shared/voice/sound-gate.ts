import { ref, type Ref } from 'vue';

export interface SoundGate {
  /** Null until the browser has made up its mind. */
  readonly blocked: Ref<boolean | null>;
  /** Ends when it has. */
  readonly settled: Promise<void>;
  close(): void;
}

/** A context that may sound starts within this time; one that may not stays suspended until somebody touches the page. */
const SETTLE_MS = 1_500;
const TOUCHES = ['pointerdown', 'touchend', 'keydown'] as const;

/** Watches whether the browser lets the page sound, and opens the gate with the first touch. */
export function watchSoundGate(context: AudioContext): SoundGate {
  const blocked = ref<boolean | null>(null);

  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => (settle = resolve));

  const look = (): void => {
    blocked.value = context.state !== 'running';
    settle();
  };
  const onChange = (): void => {
    if (context.state === 'running' || blocked.value !== null) look();
  };
  // While nobody has touched the page the promise stays open; the change of state says how it went.
  const open = (): void => void context.resume().catch(() => undefined);

  const timer = window.setTimeout(look, SETTLE_MS);
  context.addEventListener('statechange', onChange);
  for (const touch of TOUCHES) document.addEventListener(touch, open, { capture: true, passive: true });
  onChange();
  open();

  return {
    blocked,
    settled,
    close() {
      window.clearTimeout(timer);
      context.removeEventListener('statechange', onChange);
      for (const touch of TOUCHES) document.removeEventListener(touch, open, { capture: true });
    },
  };
}
