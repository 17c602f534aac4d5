import type { Ref } from 'vue';
import type { ClipUnit } from '#libs/queueing/phrase';
import type { Reading } from '../announcer.js';
import { openClipBank } from './clip-bank.js';
import { localVoice, speakAloud } from './local-voice.js';
import { watchSoundGate } from './sound-gate.js';

export interface ClipPlayer {
  /** Null until the browser has made up its mind. */
  readonly blocked: Ref<boolean | null>;
  /** Ends when the last sound has ended, however that comes about. */
  play(reading: Reading): Promise<void>;
  close(): void;
}

const LEAD_SECONDS = 0.05;
/** A device pulled out stops the context's clock, and no clip ever ends. */
const LATE_MS = 2_000;
/** About as long as one clip: a caption that cannot be heard stands as long as it would be spoken. */
const SILENT_UNIT_MS = 450;

const after = (ms: number): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, ms));

/** Back to back on the audio clock; ends with the last one. */
async function playInRow(context: AudioContext, clips: readonly AudioBuffer[]): Promise<void> {
  const sources: AudioBufferSourceNode[] = [];
  let at = context.currentTime + LEAD_SECONDS;
  const start = at;
  for (const clip of clips) {
    const source = context.createBufferSource();
    source.buffer = clip;
    source.connect(context.destination);
    source.start(at);
    at += clip.duration;
    sources.push(source);
  }
  const last = sources[sources.length - 1];
  if (!last) return;
  const ended = new Promise<void>((resolve) => (last.onended = () => resolve()));
  await Promise.race([ended, after((at - start) * 1_000 + LATE_MS)]);
  for (const source of sources) source.disconnect();
}

/** Speaks with the machine's own Chinese voice where it has a good one, else with the clip bank. */
export function openClipPlayer(folder: string): ClipPlayer {
  const context = new AudioContext();
  const gate = watchSoundGate(context);
  const bank = openClipBank(context, folder);
  localVoice();

  async function playClips(units: readonly ClipUnit[]): Promise<void> {
    const found = await Promise.all(units.map((unit) => bank.clip(unit)));
    const clips = found.flatMap((clip) => clip ?? []);
    await (clips.length > 0 ? playInRow(context, clips) : after(units.length * SILENT_UNIT_MS));
  }

  return {
    blocked: gate.blocked,
    async play({ units, spoken }) {
      await gate.settled;
      if (context.state !== 'running') return after(units.length * SILENT_UNIT_MS);
      const voice = localVoice();
      if (!voice) return playClips(units);
      await playClips(units.filter((unit) => unit === 'chime'));
      if (!(await speakAloud(voice, spoken))) await playClips(units.filter((unit) => unit !== 'chime'));
    },
    close() {
      gate.close();
      void context.close();
    },
  };
}
