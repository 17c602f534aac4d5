import type { Asking, Decision } from '../hall/decision.js';
import type { HallFact } from '../hall/hall-event.js';
import type { HallState, Invitation } from '../hall/hall-state.js';

/** The invitation lit at a counter now: one a counter. */
export function openInvitationAt(state: HallState, counterId: string): Invitation | null {
  for (const invitation of state.invitations.values())
    if (invitation.counterId === counterId && invitation.ending === null) return invitation;
  return null;
}

const hasPad = (state: HallState, counterId: string): boolean =>
  state.config.devices.some(
    (device) => device.counterId === counterId && (device.kind === 'pad' || device.kind === 'evaluator-pad'),
  );

/**
 * One visit, one invitation (requirement 6). The one before at this counter is over then: a press meant for it can reach
 * no other visit, because it carries the old id.
 */
export function inviteFacts(
  state: HallState,
  visit: { visitId: string; ticketId: string; number: string; counterId: string; personId: string },
  asking: Asking,
): HallFact[] {
  if (!hasPad(state, visit.counterId)) return [];
  const before = openInvitationAt(state, visit.counterId);
  const endsAt = new Date(asking.at.getTime() + state.config.invitationSeconds * 1000).toISOString();
  return [
    ...(before ? [closed(before, 'superseded')] : []),
    { type: 'invitation-opened', invitationId: asking.newId(), ...visit, channel: 'pad', endsAt },
  ];
}

const closed = (invitation: Invitation, ending: 'superseded' | 'lapsed'): HallFact => ({
  type: 'invitation-closed',
  invitationId: invitation.id,
  ticketId: invitation.ticketId,
  ending,
});

/** Not rating is an outcome of its own: nothing is counted in its place. */
export function lapseInvitations(state: HallState, _body: object, { at }: Asking): Decision {
  const facts = [...state.invitations.values()]
    .filter((invitation) => invitation.ending === null && invitation.endsAt <= at)
    .map((invitation) => closed(invitation, 'lapsed'));
  return { facts, answer: {} };
}
