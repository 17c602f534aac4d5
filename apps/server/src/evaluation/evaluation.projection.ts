import { businessDay } from '#libs/calendar/business-day';
import type { EvaluationEvent } from '#libs/evaluation/evaluation-event';
import type { Attachment } from '#libs/hall/decision';
import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { RowWrite } from '../ledger/row-writes.js';

type Fact<Type extends EvaluationEvent['type']> = Extract<EvaluationEvent, { type: Type }>;

export function projectEvaluation(
  state: HallState,
  { at }: HallEvent,
  fact: EvaluationEvent,
  attachment: Attachment | undefined,
): RowWrite[] {
  const told = lastVisitRow(state, fact);
  const closing = (ending: string): RowWrite => ({
    table: 'invitation',
    write: 'set',
    by: { id: fact.invitationId },
    row: { closedAt: at, ending },
  });
  switch (fact.type) {
    case 'invitation-opened': {
      const { type: _type, invitationId: id, ...columns } = fact;
      const row = { id, hallId: state.hallId, ...columns, openedAt: at, closedAt: null, ending: null };
      return [{ table: 'invitation', write: 'insert', row }, ...told];
    }
    case 'invitation-closed':
      return [closing(fact.ending), ...told];
    case 'visit-rated':
      return [closing('rated'), ratedRow(state, at, fact), ...told];
    case 'rating-explained':
      return [...explained(fact), ...wordsRow(at, attachment)];
  }
}

function ratedRow(state: HallState, at: Date, fact: Fact<'visit-rated'>): RowWrite {
  const { type: _type, evaluationId: id, ...columns } = fact;
  const day = businessDay(at, state.config.timeZone);
  const row = { id, hallId: state.hallId, day, ...columns, receivedAt: at, tags: [], tagsVersion: null };
  return { table: 'evaluation', write: 'insert', row };
}

const explained = ({ evaluationId, tags, tagsVersion }: Fact<'rating-explained'>): RowWrite[] => [
  { table: 'evaluation', write: 'set', by: { id: evaluationId }, row: { tags, tagsVersion } },
];

/** The public's words never stand in the chain. */
function wordsRow(at: Date, attachment: Attachment | undefined): RowWrite[] {
  if (attachment?.kind !== 'words') return [];
  const { evaluationId, words } = attachment;
  return [{ table: 'evaluation_words', write: 'insert', row: { evaluationId, words, at } }];
}

/** What the counter's own page is told of its last visit. */
function lastVisitRow(state: HallState, fact: EvaluationEvent): RowWrite[] {
  const invitation = state.invitations.get(fact.invitationId);
  const last = invitation && state.desks.get(invitation.counterId)?.lastVisit;
  if (!invitation || !last || last.visitId !== invitation.visitId) return [];
  const row = { counterId: invitation.counterId, hallId: state.hallId };
  return [
    {
      table: 'counter_state',
      write: 'put',
      row: { ...row, lastVisitId: last.visitId, lastNumber: last.number, lastRating: last.rating },
    },
  ];
}
