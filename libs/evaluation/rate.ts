import type { Asking, Decision } from '../hall/decision.js';
import type { HallState, Invitation } from '../hall/hall-state.js';
import { Refusal } from '../refusal.js';
import type { Level } from './levels.js';
import { TAGS, TAGS_VERSION } from './tags.js';

/** How long after an invitation's end a press made in time may still arrive over a cut line. */
export const LATE_ARRIVAL_MINUTES = 10;
/** A key that went down as the light went out. */
const GRACE_MS = 1_000;
/** An agent's clock follows the server's by messages that take their time: it may be so far behind. */
const CLOCK_SLACK_MS = 5_000;

interface Press {
  invitationId: string;
  level: Level;
  pressedAt?: string | undefined;
  /** Named by an agent: which of its pads. */
  padId?: string | undefined;
}

/**
 * A level counts when it is pressed. Visit, ticket, counter and staff come from the invitation the server lit, never from
 * the pad (requirements 6, 121); one evaluation a visit.
 */
export function rate(state: HallState, press: Press, asking: Asking): Decision<{ evaluationId: string }> {
  const invitation = lit(state, press.invitationId);
  mustBePadOf(state, invitation, press.padId, asking);
  if (invitation.rating) throw new Refusal('already-rated');
  const pressedAt =
    asking.actor.kind === 'device' && press.pressedAt && press.padId ? new Date(press.pressedAt) : asking.at;
  mustBeInTime(invitation, pressedAt, asking.at);
  const countedAt = pressedAt < invitation.openedAt ? invitation.openedAt : pressedAt;
  const evaluationId = asking.newId();
  const { id, visitId, ticketId, counterId, personId } = invitation;
  return {
    facts: [
      {
        type: 'visit-rated',
        evaluationId,
        invitationId: id,
        visitId,
        ticketId,
        counterId,
        personId,
        level: press.level,
        channel: 'pad',
        deviceId: press.padId ?? (asking.actor.kind === 'device' ? asking.actor.deviceId : null),
        pressedAt: countedAt.toISOString(),
      },
    ],
    answer: { evaluationId },
  };
}

function mustBeInTime(invitation: Invitation, pressedAt: Date, at: Date): void {
  const inTime =
    pressedAt.getTime() >= invitation.openedAt.getTime() - CLOCK_SLACK_MS &&
    pressedAt.getTime() <= invitation.endsAt.getTime() + GRACE_MS;
  const arrives = at.getTime() <= invitation.endsAt.getTime() + LATE_ARRIVAL_MINUTES * 60_000;
  const open = invitation.ending === null || invitation.ending === 'lapsed';
  if (!inTime || !arrives || !open) throw new Refusal('invitation-over');
}

/** 暂不评价: the visitor's own answer, kept apart from a rating and from silence. */
export function decline(
  state: HallState,
  body: { invitationId: string; padId?: string | undefined },
  asking: Asking,
): Decision {
  const invitation = lit(state, body.invitationId);
  mustBePadOf(state, invitation, body.padId, asking);
  if (invitation.rating) throw new Refusal('already-rated');
  if (invitation.ending !== null) throw new Refusal('invitation-over');
  return {
    facts: [
      {
        type: 'invitation-closed',
        invitationId: invitation.id,
        ticketId: invitation.ticketId,
        ending: 'declined',
      },
    ],
    answer: {},
  };
}

/** Standard reasons of the level pressed, and words: offered after it, once, never demanded (facts/evaluation.md 1.3). */
export function explain(
  state: HallState,
  body: { invitationId: string; tags: number[]; words: string },
  asking: Asking,
): Decision {
  const invitation = lit(state, body.invitationId);
  mustBePadOf(state, invitation, undefined, asking);
  const { rating } = invitation;
  if (!rating || reasonsEnd(state, invitation) < asking.at) throw new Refusal('invitation-over');
  if (rating.explained) throw new Refusal('reasons-given');
  const known = TAGS[rating.level].map(({ code }) => code);
  if (!body.tags.every((code) => known.includes(code))) throw new Refusal('reasons-of-other-level');
  const words = body.words.trim();
  const { evaluationId } = rating;
  return {
    facts: [
      {
        type: 'rating-explained',
        evaluationId,
        invitationId: invitation.id,
        ticketId: invitation.ticketId,
        tags: [...new Set(body.tags)].sort((a, b) => a - b),
        tagsVersion: TAGS_VERSION,
        hasWords: words !== '',
      },
    ],
    answer: {},
    ...(words === '' ? {} : { attachment: { kind: 'words' as const, evaluationId, words } }),
  };
}

/** Until when reasons may be added; the epoch when nothing was rated. */
export const reasonsEnd = (state: HallState, { rating }: Invitation): Date =>
  new Date(rating ? rating.receivedAt.getTime() + state.config.reasonSeconds * 1000 : 0);

function lit(state: HallState, invitationId: string): Invitation {
  const invitation = state.invitations.get(invitationId);
  if (!invitation) throw new Refusal('invitation-unknown');
  return invitation;
}

/** Only the pad of the counter that was visited: a screen by its own enrolment, a wired pad through its agent. */
function mustBePadOf(
  state: HallState,
  invitation: Invitation,
  padId: string | undefined,
  { actor }: Asking,
): void {
  if (actor.kind !== 'device') throw new Refusal('not-allowed');
  const pad = state.config.devices.find(({ id }) => id === (padId ?? actor.deviceId));
  const speaks = padId === undefined ? pad?.kind === 'pad' : pad?.agentId === actor.deviceId;
  if (!pad || !speaks || pad.counterId !== invitation.counterId) throw new Refusal('not-allowed');
}
