import { computed, onScopeDispose, ref, watch, type ComputedRef } from 'vue';

/** A page of the list stands so long that it can be read twice from the seats. */
const STANDS_MS = 12_000;

/** A list that goes round page by page, and stands still while it is told to (look.md: nothing else moves while a call is lit). */
export function useRolling<Item>(
  items: () => readonly Item[],
  size: () => number,
  still: () => boolean,
): { shown: ComputedRef<readonly Item[]>; page: ComputedRef<number>; pages: ComputedRef<number> } {
  const turn = ref(0);
  const pages = computed(() => Math.max(1, Math.ceil(items().length / size())));
  const page = computed(() => turn.value % pages.value);
  const shown = computed(() => items().slice(page.value * size(), (page.value + 1) * size()));
  const timer = window.setInterval(() => {
    if (!still()) turn.value += 1;
  }, STANDS_MS);
  watch(pages, () => (turn.value = page.value));
  onScopeDispose(() => window.clearInterval(timer));
  return { shown, page, pages };
}
