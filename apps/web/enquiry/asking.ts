import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { GuideResults, HallDirectory, PublicGuide } from '#libs/contracts/guides';
import { createServerClock } from '../shared/server-clock.js';
import { placeOf, type Place } from './place.js';

type Failure = 'unreachable' | 'unknown';

async function ask<T>(path: string): Promise<T | Failure> {
  try {
    const response = await fetch(path);
    if (response.ok) {
      const value: T = await response.json();
      return value;
    }
    return response.status < 500 ? 'unknown' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

const isFailure = (answer: unknown): answer is Failure => typeof answer === 'string';
const REFRESH_MS = 60_000;
const RETRY_MS = 10_000;
/** Between two keys of a word nothing is asked. */
const PAUSE_MS = 200;

/** The hall and who waits in it: now, every minute, and when somebody asks; the last good answer stays. */
export function useDirectory(base: string) {
  const directory: ShallowRef<HallDirectory | null> = shallowRef(null);
  const failed: Ref<Failure | null> = ref(null);
  const clock = createServerClock(() => performance.now(), Date.now());
  let timer = 0;
  async function read(): Promise<void> {
    window.clearTimeout(timer);
    const answer = await ask<HallDirectory>(`${base}/directory`);
    failed.value = isFailure(answer) ? answer : null;
    if (!isFailure(answer)) {
      clock.set(answer.at);
      directory.value = answer;
    }
    timer = window.setTimeout(readIfSeen, failed.value ? RETRY_MS : REFRESH_MS);
  }
  function readIfSeen(): void {
    if (!document.hidden) void read();
  }
  void read();
  document.addEventListener('visibilitychange', readIfSeen);
  onScopeDispose(() => {
    window.clearTimeout(timer);
    document.removeEventListener('visibilitychange', readIfSeen);
  });
  return { directory, failed, clock, read };
}

/** Where the address says somebody is. */
export function usePlace(): Ref<Place> {
  const place = ref<Place>(placeOf(location.hash));
  const follow = (): void => {
    place.value = placeOf(location.hash);
  };
  window.addEventListener('hashchange', follow);
  onScopeDispose(() => window.removeEventListener('hashchange', follow));
  return place;
}

/** What a place and a typed word find; an older answer never covers a newer one. */
export function useResults(base: string, place: Ref<Place>, query: Ref<string>) {
  const results: ShallowRef<GuideResults | null> = shallowRef(null);
  const failed = ref(false);
  let asked = 0;
  let timer = 0;

  async function read(): Promise<void> {
    asked += 1;
    const mine = asked;
    const sought = new URLSearchParams();
    if (place.value.at === 'department') sought.set('department', place.value.name);
    if (place.value.at === 'event') sought.set('event', place.value.event);
    if (place.value.at === 'start') sought.set('query', query.value.trim());
    const answer = await ask<GuideResults>(`${base}/guides?${sought.toString()}`);
    if (mine !== asked) return;
    failed.value = isFailure(answer);
    results.value = isFailure(answer) ? null : answer;
  }
  watch(
    [place, query],
    ([now], [before]) => {
      window.clearTimeout(timer);
      if (now.at === 'guide' || now.at === 'directory') return;
      asked += 1;
      if (now !== before) results.value = null;
      if (now.at === 'start' && query.value.trim() === '') results.value = null;
      else timer = window.setTimeout(() => void read(), now === before ? PAUSE_MS : 0);
    },
    { immediate: true },
  );
  onScopeDispose(() => window.clearTimeout(timer));
  return { results, failed, read };
}

/** The guide that the place names. */
export function useGuide(base: string, place: Ref<Place>) {
  const guide: ShallowRef<PublicGuide | null> = shallowRef(null);
  const failed: Ref<Failure | null> = ref(null);
  async function read(): Promise<void> {
    const now = place.value;
    if (now.at !== 'guide') return;
    failed.value = null;
    if (guide.value?.guideId !== now.guideId) guide.value = null;
    const answer = await ask<PublicGuide>(`${base}/guides/${encodeURIComponent(now.guideId)}`);
    if (place.value !== now) return;
    failed.value = isFailure(answer) ? answer : null;
    if (!isFailure(answer)) guide.value = answer;
  }
  watch(place, read, { immediate: true });
  return { guide, failed, read };
}
