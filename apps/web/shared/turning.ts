import { ref, type Ref } from 'vue';

/** Turning a long view by keys, since many old touch screens cannot be dragged: what lies above and below, and a step of most of a view. */
export function useTurning(view: Readonly<Ref<HTMLElement | null>>) {
  const above = ref(false);
  const below = ref(false);
  function look(): void {
    const box = view.value;
    if (box === null) return;
    above.value = box.scrollTop > 4;
    below.value = box.scrollTop + box.clientHeight < box.scrollHeight - 4;
  }
  function turn(direction: 1 | -1): void {
    const box = view.value;
    box?.scrollBy({ top: direction * box.clientHeight * 0.8, behavior: 'smooth' });
  }
  return { above, below, look, turn };
}
