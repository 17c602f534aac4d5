import { onScopeDispose, ref, watch, type Ref } from 'vue';
import type { BoardCall } from '#libs/contracts/snapshots';

/** look.md, Motion: the newest call lights for 6 s. */
const LIT_MS = 6_000;

/** The announcement that is lit now. One that is older than its light when the page first sees it stays dark. */
export function useLitCall(newest: () => BoardCall | undefined, now: () => Date): Ref<number | null> {
  const lit = ref<number | null>(null);
  let timer = 0;

  function light(): void {
    window.clearTimeout(timer);
    const call = newest();
    const left = call ? Date.parse(call.at) + LIT_MS - now().getTime() : 0;
    lit.value = call && !call.over && left > 0 ? call.announcement : null;
    if (lit.value !== null) timer = window.setTimeout(() => (lit.value = null), Math.min(left, LIT_MS));
  }

  watch(newest, light, { immediate: true });
  onScopeDispose(() => window.clearTimeout(timer));
  return lit;
}
