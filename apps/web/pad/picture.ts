import type { PadSnapshot } from '#libs/contracts/snapshots';

type Invitation = NonNullable<PadSnapshot['invitation']>;
type Reasons = NonNullable<PadSnapshot['reasons']>;

export type Picture =
  | { at: 'rest' }
  | { at: 'lit'; invitation: Invitation }
  | { at: 'reasons'; reasons: Reasons }
  | { at: 'thanks'; invitationId: string };

/** The visit that this pad has thanked for: it asks no more about it. */
export interface Thanked {
  invitationId: string;
  until: Date;
}

/**
 * What the pad shows: the snapshot, the time, and the last thanks. Everything else would be lost by a reload in the
 * middle. Another visit's invitation ends the thanks.
 */
export function pictureOf(
  snapshot: Pick<PadSnapshot, 'invitation' | 'reasons'>,
  thanked: Thanked | null,
  now: Date,
): Picture {
  const asksFor = (id: string, endsAt: string): boolean =>
    id !== thanked?.invitationId && now.getTime() < Date.parse(endsAt);
  const { invitation, reasons } = snapshot;
  if (invitation !== null && asksFor(invitation.id, invitation.endsAt)) return { at: 'lit', invitation };
  if (reasons !== null && asksFor(reasons.invitationId, reasons.endsAt)) return { at: 'reasons', reasons };
  if (thanked !== null && now < thanked.until) return { at: 'thanks', invitationId: thanked.invitationId };
  return { at: 'rest' };
}
