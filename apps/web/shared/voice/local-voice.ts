/** Longer than any call: an engine that never says it has ended must not silence the hall. */
const GIVE_UP_MS = 20_000;

interface VoiceKind {
  lang: string;
  localService: boolean;
  name: string;
}

/**
 * A Chinese voice of the machine itself; one from the network dies with the network. eSpeak is passed over: it reads
 * hanzi by the English letters of their pinyin, and the clip bank is better.
 */
export function chooseVoice<V extends VoiceKind>(voices: readonly V[]): V | undefined {
  return voices.find(
    ({ lang, localService, name }) => localService && /^zh[-_]CN\b/i.test(lang) && !/espeak/i.test(name),
  );
}

/** The list is empty at first and filled later: asking once at the start sets the browser to work. */
export function localVoice(): SpeechSynthesisVoice | undefined {
  return 'speechSynthesis' in window ? chooseVoice(window.speechSynthesis.getVoices()) : undefined;
}

/** Held here while spoken: Chrome forgets an utterance that nobody holds, and never says that it ended. */
let held: SpeechSynthesisUtterance | null = null;

/** True when the voice said it to the end. */
export function speakAloud(voice: SpeechSynthesisVoice, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    held = utterance;
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    const finish = (said: boolean): void => {
      window.clearTimeout(timer);
      if (held === utterance) held = null;
      resolve(said);
    };
    const timer = window.setTimeout(() => {
      window.speechSynthesis.cancel();
      finish(false);
    }, GIVE_UP_MS);
    utterance.onend = () => finish(true);
    utterance.onerror = () => finish(false);
    window.speechSynthesis.speak(utterance);
  });
}
