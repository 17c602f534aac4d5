import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import type { BoardCall, BoardSnapshot } from '#libs/contracts/snapshots';
import { createAnnouncer } from '../shared/announcer.js';
import { openClipPlayer, type ClipPlayer } from '../shared/voice/clip-player.js';
import { browserKeepsake } from '../shared/voice/spoken-record.js';
import type { Uplink } from '../shared/uplink.js';

const BANK = '/voice/';

export interface BoardVoice {
  /** What is being spoken now. */
  speaking: ShallowRef<BoardCall | null>;
  /** The browser lets this announcer not sound. */
  blocked: ComputedRef<boolean>;
}

/** Told on change only; what a cut line swallowed is told when the line is back. */
function reportSound(uplink: Uplink<BoardSnapshot>, blocked: () => boolean | null): void {
  let told: boolean | null = null;
  watch(
    [blocked, uplink.staleSince],
    async ([soundBlocked, stale]) => {
      if (soundBlocked === null || stale !== null || soundBlocked === told) return;
      const reply = await uplink.send('report-screen', { soundBlocked });
      if (reply.ok) told = soundBlocked;
    },
    { immediate: true },
  );
}

/** The voice of the one board of a zone that has it; the others open no sound at all. */
export function useBoardVoice(uplink: Uplink<BoardSnapshot>, screen: string): BoardVoice {
  const speaking = shallowRef<BoardCall | null>(null);
  const player = shallowRef<ClipPlayer | null>(null);
  const isAnnouncer = computed(() => uplink.snapshot.value?.announcer === true);
  const soundBlocked = (): boolean | null =>
    isAnnouncer.value ? (player.value?.blocked.value ?? null) : null;

  const announcer = createAnnouncer({
    play: (reading) => player.value?.play(reading) ?? Promise.resolve(),
    now: uplink.now,
    keepsake: browserKeepsake(`tingxu.spoken.${screen}`),
    show: (call) => (speaking.value = call),
  });

  watch(
    uplink.snapshot,
    (snapshot) => {
      if (snapshot?.announcer) player.value ??= openClipPlayer(BANK);
      announcer.hear(snapshot?.announcer ? snapshot.calls : []);
    },
    { immediate: true },
  );
  reportSound(uplink, soundBlocked);
  onScopeDispose(() => player.value?.close());
  return { speaking, blocked: computed(() => soundBlocked() === true) };
}
