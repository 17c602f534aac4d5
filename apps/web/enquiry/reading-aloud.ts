import { onScopeDispose, ref } from 'vue';
import { localVoice, speakAloud } from '../shared/voice/local-voice.js';

/** Reads a guide where the machine itself has a Chinese voice; elsewhere there is no key for it. */
export function useReadingAloud() {
  const possible = ref(localVoice() !== undefined);
  const reading = ref(false);
  let turn = 0;
  const look = (): void => {
    possible.value = localVoice() !== undefined;
  };

  function stop(): void {
    turn += 1;
    if (reading.value) window.speechSynthesis.cancel();
    reading.value = false;
  }
  /** One sentence after another: an engine that hangs on one does not keep the rest. */
  async function read(sentences: readonly string[]): Promise<void> {
    stop();
    const voice = localVoice();
    if (!voice) return;
    const mine = turn;
    reading.value = true;
    for (const sentence of sentences) {
      await speakAloud(voice, sentence);
      if (mine !== turn) return;
    }
    reading.value = false;
  }

  if ('speechSynthesis' in window) window.speechSynthesis.addEventListener?.('voiceschanged', look);
  onScopeDispose(() => {
    stop();
    if ('speechSynthesis' in window) window.speechSynthesis.removeEventListener?.('voiceschanged', look);
  });
  return { possible, reading, read, stop };
}
