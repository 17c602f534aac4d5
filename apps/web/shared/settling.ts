import { onScopeDispose, ref, watch, type Ref } from 'vue';

/** A tap that follows faster belongs to the tap before: the second of a double tap means nothing on the new view. */
const SETTLE_MS = 500;

/** True for a moment after the view has changed, while no tap counts. */
export function useSettling(view: () => string): Ref<boolean> {
  const settling = ref(false);
  let timer = 0;
  watch(view, () => {
    window.clearTimeout(timer);
    settling.value = true;
    timer = window.setTimeout(() => (settling.value = false), SETTLE_MS);
  });
  onScopeDispose(() => window.clearTimeout(timer));
  return settling;
}
