import { CLIP_UNITS, type ClipUnit } from '#libs/queueing/phrase';

export interface ClipBank {
  /** Undefined where the recording cannot be had now; the next call asks for it again. */
  clip(unit: ClipUnit): Promise<AudioBuffer | undefined>;
}

const GIVE_UP_MS = 5_000;

async function recording(context: BaseAudioContext, address: string): Promise<AudioBuffer> {
  const patience = new AbortController();
  const timer = window.setTimeout(() => patience.abort(), GIVE_UP_MS);
  try {
    const answer = await fetch(address, { signal: patience.signal });
    if (!answer.ok) throw new Error(`no recording at ${address}`);
    return await context.decodeAudioData(await answer.arrayBuffer());
  } finally {
    window.clearTimeout(timer);
  }
}

/** Fetched and decoded once, all of it at the start: a board goes on speaking through a cut line. */
export function openClipBank(context: BaseAudioContext, folder: string): ClipBank {
  const clips = new Map<ClipUnit, Promise<AudioBuffer | undefined>>();

  function clip(unit: ClipUnit): Promise<AudioBuffer | undefined> {
    const kept = clips.get(unit);
    if (kept) return kept;
    const fetched = recording(context, `${folder}${unit}.wav`).catch(() => {
      clips.delete(unit);
      return undefined;
    });
    clips.set(unit, fetched);
    return fetched;
  }

  for (const unit of CLIP_UNITS) void clip(unit);
  return { clip };
}
