import { onScopeDispose, ref, type Ref } from 'vue';
import { createIdleCountdown } from './idle-countdown.js';

const refuse = (event: Event): void => event.preventDefault();

/** A public screen: no menu, no pinch, no zoom by wheel, no dragged pictures, no marked text. */
export function takeKioskManners(): void {
  document.documentElement.classList.add('kiosk-manners');
  document.addEventListener('contextmenu', refuse);
  document.addEventListener('dragstart', refuse);
  document.addEventListener('gesturestart', refuse);
  document.addEventListener(
    'touchmove',
    (event) => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
    },
    { passive: false },
  );
  document.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) event.preventDefault();
    },
    { passive: false },
  );
}

export interface Idle {
  secondsLeft: Ref<number>;
  /** The whole time again, as after a touch. */
  touch(): void;
}

/** Calls `onIdle` when nobody touched the screen for so long, each time anew; `now` is the server's clock. */
export function useIdle(options: { seconds: number; now: () => Date; onIdle: () => void }): Idle {
  const countdown = createIdleCountdown(options.seconds, options.now);
  const secondsLeft = ref(options.seconds);

  function look(): void {
    secondsLeft.value = countdown.secondsLeft();
    if (secondsLeft.value > 0) return;
    touch();
    options.onIdle();
  }
  function touch(): void {
    countdown.touch();
    secondsLeft.value = countdown.secondsLeft();
  }

  const tick = window.setInterval(look, 500);
  const touches = ['pointerdown', 'keydown', 'wheel'] as const;
  for (const kind of touches) document.addEventListener(kind, touch, { passive: true, capture: true });
  onScopeDispose(() => {
    window.clearInterval(tick);
    for (const kind of touches) document.removeEventListener(kind, touch, { capture: true });
  });
  return { secondsLeft, touch };
}
