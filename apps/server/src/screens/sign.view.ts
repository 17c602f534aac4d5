import type { PadSnapshot, SignSnapshot } from '#libs/contracts/snapshots';
import { openInvitationAt } from '#libs/evaluation/invitation';
import { reasonsEnd } from '#libs/evaluation/rate';
import type { HallState, Invitation } from '#libs/hall/hall-state';
import type { Counter } from '#libs/hall/config';
import { currentAt } from '#libs/hall/lookup';
import { counterState, hallHead, staffCard, type Viewing } from './hall-head.js';

export function signView(state: HallState, counter: Counter, viewing: Viewing): SignSnapshot {
  return {
    kind: 'sign',
    hall: hallHead(state),
    counterNumber: counter.number,
    post: counter.post,
    postEn: counter.postEn,
    state: counterState(state, counter.id),
    ticketNumber: currentAt(state, counter.id)?.number ?? null,
    staff: staffCard(state, counter, viewing),
  };
}

export function padView(state: HallState, counter: Counter, viewing: Viewing): PadSnapshot {
  const invitation = openInvitationAt(state, counter.id);
  return {
    kind: 'pad',
    hall: hallHead(state),
    counterNumber: counter.number,
    staff: staffCard(state, counter, viewing),
    invitation: invitation && {
      id: invitation.id,
      ticketNumber: invitation.number,
      openedAt: invitation.openedAt.toISOString(),
      endsAt: invitation.endsAt.toISOString(),
    },
    reasons: invitation ? null : reasonsOpen(state, counter.id, viewing.at),
  };
}

/** The rating just given here, while reasons may still be added to it. */
function reasonsOpen(state: HallState, counterId: string, at: Date): PadSnapshot['reasons'] {
  let newest: Invitation | null = null;
  for (const invitation of state.invitations.values())
    if (invitation.counterId === counterId && invitation.rating) newest = invitation;
  if (!newest?.rating || newest.rating.explained) return null;
  const endsAt = reasonsEnd(state, newest);
  if (endsAt <= at) return null;
  return { invitationId: newest.id, level: newest.rating.level, endsAt: endsAt.toISOString() };
}
