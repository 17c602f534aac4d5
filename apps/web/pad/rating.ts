import { computed, ref, shallowRef, watch } from 'vue';
import type { CommandReply } from '#libs/contracts/socket';
import type { PadSnapshot } from '#libs/contracts/snapshots';
import type { Level } from '#libs/evaluation/levels';
import { useFailureSentence } from '../shared/i18n.js';
import { newRequestId } from '../shared/request-id.js';
import type { Uplink } from '../shared/uplink.js';
import { pictureOf, type Thanked } from './picture.js';
import { createRequestIds } from './request-ids.js';

const THANKS_MS = 6_000;
const DARK: Pick<PadSnapshot, 'invitation' | 'reasons'> = { invitation: null, reasons: null };

/** One visit's rating, from the lit invitation to the thanks. */
export function useRating(uplink: Uplink<PadSnapshot>, now: { readonly value: Date }) {
  const { sending, failure, send } = useSending(uplink);
  const pressed = shallowRef<{ invitationId: string; level: Level } | null>(null);
  const accepted = ref<string | null>(null);
  const { thanked, words, thank } = useThanks(uplink);
  const picture = computed(() => pictureOf(uplink.snapshot.value ?? DARK, thanked.value, now.value));

  async function rate(invitationId: string, level: Level): Promise<void> {
    if (pressed.value?.invitationId === invitationId) return;
    pressed.value = { invitationId, level };
    const reply = await send('rate', invitationId, { level });
    if (reply === null) return;
    if (reply.ok) accepted.value = invitationId;
    else pressed.value = null;
    if (isRefused(reply)) thank(invitationId, reply.refusal.code === 'already-rated' ? 'rated' : 'came');
  }
  async function decline(invitationId: string): Promise<void> {
    const reply = await send('decline', invitationId, {});
    if (reply?.ok || isRefused(reply)) thank(invitationId, 'came');
  }
  /** Too late or twice: the rating stands, so the thanks are the same. */
  async function explain(invitationId: string, tags: number[], said: string): Promise<void> {
    const reply = await send('explain', invitationId, { tags, words: said });
    if (reply?.ok || isRefused(reply)) thank(invitationId, 'rated');
  }

  // The answer and the snapshot that follows a press come in either order.
  watch([uplink.snapshot, accepted], ([snapshot, rated]) => {
    if (snapshot === null || rated === null || snapshot.invitation?.id === rated) return;
    accepted.value = null;
    if (snapshot.reasons?.invitationId !== rated && thanked.value?.invitationId !== rated)
      thank(rated, 'rated');
  });
  watch(
    () => picture.value.at,
    () => {
      failure.value = '';
    },
  );

  return { picture, words, pressed, sending, failure, rate, decline, explain };
}

/** The same words for every level, and calm ones for a press that came too late. */
function useThanks(uplink: Uplink<PadSnapshot>) {
  const thanked = shallowRef<Thanked | null>(null);
  const words = ref<'rated' | 'came'>('rated');
  function thank(invitationId: string, said: 'rated' | 'came'): void {
    words.value = said;
    thanked.value = { invitationId, until: new Date(uplink.now().getTime() + THANKS_MS) };
  }
  return { thanked, words, thank };
}

/** One act of an invitation at a time, each under its own requestId; an accident is told and may be tried again. */
function useSending(uplink: Uplink<PadSnapshot>) {
  const sentence = useFailureSentence();
  const ids = createRequestIds(newRequestId);
  const sending = ref<string | null>(null);
  const failure = ref('');

  async function send(name: string, invitationId: string, more: object): Promise<CommandReply | null> {
    if (sending.value === invitationId) return null;
    sending.value = invitationId;
    failure.value = '';
    const body = { invitationId, ...more };
    const reply = await uplink.send(name, body, ids.of(invitationId, name + JSON.stringify(body)));
    if (sending.value === invitationId) sending.value = null;
    if (!reply.ok && 'incident' in reply) failure.value = sentence(reply);
    return reply;
  }
  return { sending, failure, send };
}

type Refused = Extract<CommandReply, { refusal: unknown }>;
const isRefused = (reply: CommandReply | null): reply is Refused => reply !== null && 'refusal' in reply;
