import { ref, shallowRef, watch } from 'vue';
import type { PublicationDesk, PublicationDetail } from '#libs/contracts/publications';
import type { CommandReply } from '#libs/contracts/socket';
import type { PublicationDocument, PublicationKind } from '#libs/publication/document';
import { useFailureSentence } from '../../shared/i18n.js';
import { newRequestId } from '../../shared/request-id.js';
import { askServer } from '../../shared/rest.js';

type Done = Extract<CommandReply, { ok: true }>;

/** The publications of the hall, one of them opened, and the commands about it. */
export function usePublications(hallId: string, opened: () => string | null) {
  const failureSentence = useFailureSentence();
  const desk = shallowRef<PublicationDesk | null>(null);
  const detail = shallowRef<PublicationDetail | null>(null);
  const said = ref('');
  const busy = ref(false);
  const at = `/api/halls/${encodeURIComponent(hallId)}`;

  async function read<T>(path: string): Promise<T | null> {
    const reply = await askServer<T>('GET', `${at}${path}`);
    if (reply.ok) return reply.value;
    said.value = failureSentence(reply);
    return null;
  }

  async function load(): Promise<void> {
    const id = opened();
    const list = await read<PublicationDesk>('/publication-desk');
    const one =
      id === null ? null : await read<PublicationDetail>(`/publication-desk/${encodeURIComponent(id)}`);
    if (list) desk.value = list;
    if (id === opened()) detail.value = one;
  }

  /** Null where it was refused: the reason is said. */
  async function give(name: string, body: object): Promise<Done['answer'] | null> {
    if (busy.value) return null;
    busy.value = true;
    said.value = '';
    const asked = { requestId: newRequestId(), body };
    const reply = await askServer<Done>('POST', `${at}/commands/${name}`, asked);
    if (!reply.ok) said.value = failureSentence(reply);
    await load();
    busy.value = false;
    return reply.ok ? reply.value.answer : null;
  }

  watch(
    opened,
    () => {
      said.value = '';
      void load();
    },
    { immediate: true },
  );
  return { desk, detail, said, busy, give, load };
}
export type Publications = ReturnType<typeof usePublications>;

/** An empty sheet of a kind. */
export function blank(kind: PublicationKind, today: string): PublicationDocument {
  if (kind !== 'licence-decision') return { kind, title: '', text: '', shownUntil: '' };
  return {
    ...{ kind, documentNumber: '', projectName: '', category: '', content: '', subjectName: '' },
    ...{ codeKind: 'credit', subjectCode: '', validFrom: today, validUntil: '', authority: '' },
    ...{ licenceState: 'normal', areaCode: '', decidedOn: today },
  };
}
