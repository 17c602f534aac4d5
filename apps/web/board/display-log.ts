import { onScopeDispose, watch } from 'vue';
import type { BoardPublication } from '#libs/contracts/publications';
import type { BoardSnapshot } from '#libs/contracts/snapshots';
import type { DisplaySpan } from '#libs/publication/publication-event';
import type { Uplink } from '../shared/uplink.js';

/** The log is sent at this distance, and when the screen goes dark. */
const SEND_EACH_MS = 5 * 60_000;
/** So many publications in one message; what a cut line keeps back goes with the next. */
const MOST_SPANS = 400;

interface Kept {
  from: Date;
  to: Date;
  ms: number;
}

/** Adds up what is on the glass, until somebody takes it to send it. */
export function createDisplayTally(now: () => Date) {
  const kept = new Map<string, Kept>();
  let shown: readonly string[] = [];
  let since = now();

  function count(): void {
    const to = now();
    for (const id of shown) {
      const before = kept.get(id);
      const ms = Math.max(0, to.getTime() - since.getTime());
      kept.set(id, { from: before?.from ?? since, to, ms: (before?.ms ?? 0) + ms });
    }
    since = to;
  }

  return {
    /** From now on these are on the glass, and no others. */
    show(ids: readonly string[]): void {
      count();
      shown = ids;
    },
    /** What was shown so far, for one message. */
    take(): DisplaySpan[] {
      count();
      const spans = [...kept].slice(0, MOST_SPANS).flatMap(([publicationId, { from, to, ms }]) => {
        const seconds = Math.round(ms / 1000);
        if (seconds < 1) return [];
        return [{ publicationId, from: from.toISOString(), to: to.toISOString(), seconds }];
      });
      for (const { publicationId } of spans) kept.delete(publicationId);
      return spans;
    },
    /** It did not arrive: it counts with what is shown since. */
    keep(spans: readonly DisplaySpan[]): void {
      for (const { publicationId, from, to, seconds } of spans) {
        const since = kept.get(publicationId);
        const ms = seconds * 1000 + (since?.ms ?? 0);
        kept.set(publicationId, { from: new Date(from), to: since?.to ?? new Date(to), ms });
      }
    },
  };
}

/** Proof of display (requirement 104): what stands painted on a page that is visible is told to the hall. */
export function useDisplayLog(
  uplink: Uplink<BoardSnapshot>,
  painted: () => readonly BoardPublication[],
): void {
  const tally = createDisplayTally(uplink.now);
  const look = (): void => {
    const visible = document.visibilityState === 'visible';
    tally.show(visible ? painted().map(({ publicationId }) => publicationId) : []);
  };

  async function send(): Promise<void> {
    const spans = tally.take();
    if (spans.length === 0) return;
    const reply = await uplink.send('report-display', { spans });
    if (!reply.ok && 'incident' in reply) tally.keep(spans);
  }
  const turned = (): void => {
    look();
    if (document.visibilityState !== 'visible') void send();
  };

  watch(
    () =>
      painted()
        .map(({ publicationId }) => publicationId)
        .join(),
    look,
    {
      immediate: true,
      flush: 'post',
    },
  );
  const timer = window.setInterval(() => void send(), SEND_EACH_MS);
  document.addEventListener('visibilitychange', turned);
  onScopeDispose(() => {
    window.clearInterval(timer);
    document.removeEventListener('visibilitychange', turned);
  });
}
