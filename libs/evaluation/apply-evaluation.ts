import type { HallEvent } from '../hall/hall-event.js';
import type { Desk, HallState, Invitation } from '../hall/hall-state.js';
import type { EvaluationEvent } from './evaluation-event.js';

export function applyEvaluation(state: HallState, event: HallEvent, fact: EvaluationEvent): void {
  if (fact.type === 'invitation-opened') {
    state.invitations.set(fact.invitationId, opened(event, fact));
    return tellDesk(state, fact.counterId, fact.visitId, 'inviting');
  }
  const invitation = state.invitations.get(fact.invitationId);
  if (!invitation) return;
  state.invitations.set(invitation.id, followed(invitation, event, fact));
  if (fact.type === 'invitation-closed')
    tellDesk(state, invitation.counterId, invitation.visitId, 'not-rated');
  if (fact.type === 'visit-rated') tellDesk(state, invitation.counterId, invitation.visitId, 'rated');
}

type Opened = Extract<EvaluationEvent, { type: 'invitation-opened' }>;

const opened = (event: HallEvent, fact: Opened): Invitation => ({
  id: fact.invitationId,
  visitId: fact.visitId,
  ticketId: fact.ticketId,
  number: fact.number,
  counterId: fact.counterId,
  personId: fact.personId,
  openedAt: event.at,
  endsAt: new Date(fact.endsAt),
  ending: null,
  rating: null,
});

function followed(
  invitation: Invitation,
  event: HallEvent,
  fact: Exclude<EvaluationEvent, Opened>,
): Invitation {
  switch (fact.type) {
    case 'invitation-closed':
      return { ...invitation, ending: fact.ending };
    case 'visit-rated': {
      const { evaluationId, level } = fact;
      return {
        ...invitation,
        ending: 'rated',
        rating: { evaluationId, level, receivedAt: event.at, explained: false },
      };
    }
    case 'rating-explained':
      return { ...invitation, rating: invitation.rating && { ...invitation.rating, explained: true } };
  }
}

type Told = NonNullable<Desk['lastVisit']>['rating'];

/** The clerk's page is told that a visit was rated, never how. */
function tellDesk(state: HallState, counterId: string, visitId: string, rating: Told): void {
  const desk = state.desks.get(counterId);
  if (desk?.lastVisit?.visitId === visitId) desk.lastVisit = { ...desk.lastVisit, rating };
}
