import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { Figures, HallList } from '#libs/contracts/rest';

const REFRESH_MS = 60_000;
const RETRY_MS = 10_000;

export interface LatestFigures {
  /** The last ones that were read, kept when the next cannot be. */
  figures: ShallowRef<Figures | null>;
  failed: Ref<'unreachable' | 'unknown-hall' | null>;
}

/** Reads the figures of a hall now and every minute, but not while nobody sees the page. */
export function useLatestFigures(hallId: string): LatestFigures {
  const figures = shallowRef<Figures | null>(null);
  const failed = ref<LatestFigures['failed']['value']>(null);
  let timer = 0;

  async function read(): Promise<void> {
    window.clearTimeout(timer);
    failed.value = await readOnce(hallId, figures);
    if (failed.value !== 'unknown-hall')
      timer = window.setTimeout(readIfSeen, failed.value ? RETRY_MS : REFRESH_MS);
  }
  function readIfSeen(): void {
    if (!document.hidden && failed.value !== 'unknown-hall') void read();
  }

  void read();
  document.addEventListener('visibilitychange', readIfSeen);
  onScopeDispose(() => {
    window.clearTimeout(timer);
    document.removeEventListener('visibilitychange', readIfSeen);
  });
  return { figures, failed };
}

async function readOnce(
  hallId: string,
  figures: ShallowRef<Figures | null>,
): Promise<LatestFigures['failed']['value']> {
  try {
    const response = await fetch(`/api/halls/${encodeURIComponent(hallId)}/figures`);
    if (response.ok) figures.value = await response.json();
    if (response.ok) return null;
    return response.status < 500 ? 'unknown-hall' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

export async function readHalls(): Promise<HallList['halls']> {
  const response = await fetch('/api/halls');
  const list: HallList = await response.json();
  return list.halls;
}
