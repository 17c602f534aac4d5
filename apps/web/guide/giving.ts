import { ref, shallowRef } from 'vue';
import type { CommandReply } from '#libs/contracts/socket';
import type { GuideSnapshot } from '#libs/contracts/snapshots';
import { useFailureSentence } from '../shared/i18n.js';
import { newRequestId } from '../shared/request-id.js';
import type { Uplink } from '../shared/uplink.js';

export interface Said {
  text: string;
  ok: boolean;
}
interface Order {
  name: string;
  body: Record<string, unknown>;
  /** What to say when it is done; nothing where the page shows it. */
  sentence?: (answer: Record<string, unknown>) => string;
  requestId?: string;
}

/** Gives one command at a time: null while another is under way. What came of it is said until the next one. */
export function useGiving(uplink: Pick<Uplink<GuideSnapshot>, 'send'>) {
  const failureSentence = useFailureSentence();
  const busy = ref(false);
  const said = shallowRef<Said | null>(null);

  function say(text: string, ok: boolean): void {
    said.value = text === '' ? null : { text, ok };
  }

  async function give({ name, body, sentence, requestId }: Order): Promise<CommandReply | null> {
    if (busy.value) return null;
    busy.value = true;
    said.value = null;
    const reply = await uplink.send(name, body, requestId ?? newRequestId());
    busy.value = false;
    if (reply.ok) say(sentence?.(reply.answer) ?? '', true);
    else say(failureSentence(reply), false);
    return reply;
  }
  return { busy, said, say, give };
}
export type Giving = ReturnType<typeof useGiving>;
