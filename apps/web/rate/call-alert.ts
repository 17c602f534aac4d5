import { onScopeDispose, watch } from 'vue';

const FLASH_MS = 1_000;
const PULSES = [400, 200, 400, 200, 400];

/**
 * Draws a person back to the phone when the number is called: it trembles where the browser lets it, and the title of
 * the page flashes. `call` is the instant of the call, null while nobody calls; a recall is a new instant.
 */
export function useCallAlert(
  call: () => string | null,
  titles: () => { rest: string; called: string },
): void {
  let flash = 0;

  function stop(): void {
    window.clearInterval(flash);
    document.title = titles().rest;
  }

  watch(
    call,
    (at) => {
      stop();
      if (at === null) return;
      if ('vibrate' in navigator) navigator.vibrate(PULSES);
      const blink = (): void => {
        const { rest, called } = titles();
        document.title = document.title === called ? rest : called;
      };
      blink();
      flash = window.setInterval(blink, FLASH_MS);
    },
    { immediate: true },
  );
  onScopeDispose(stop);
}
