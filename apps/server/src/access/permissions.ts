import type { Actor, Role } from '#libs/hall/actor';
import type { EnrolledKind } from '#libs/hall/config';

/**
 * Who may: a role in the hall, an enrolled kind of device, the visitor by the slip's link, the booker by the
 * booking's, nobody in particular (a phone), any staff, or anyone at all.
 */
type Grantee = Role | EnrolledKind | 'visitor' | 'booker' | 'nobody' | 'staff' | 'anyone';

/** Every permission and who holds it. A door names one of these or does not start. */
export const PERMISSIONS = {
  'hall.see': ['anyone'],
  'identity.prove': ['anyone'],
  'session.own': ['staff'],
  'session.end': ['duty-chief', 'hall-administrator'],
  'ticket.issue': ['kiosk', 'guide', 'duty-chief'],
  /** 代办窗口 and guide desk. */
  'agent.register': ['clerk', 'guide', 'duty-chief'],
  /** By a phone, or at the guide desk; not by screens. */
  'booking.make': ['nobody', 'staff'],
  'booking.see': ['booker'],
  'booking.cancel': ['booker', 'guide', 'duty-chief'],
  /** Who goes when, or why nobody does. */
  'home-visit.arrange': ['guide', 'duty-chief'],
  'ticket.serve': ['clerk'],
  'ticket.transfer': ['clerk', 'guide', 'duty-chief'],
  'ticket.rejoin': ['clerk', 'guide', 'duty-chief'],
  'ticket.favour': ['guide', 'duty-chief'],
  'ticket.expedite': ['duty-chief'],
  'ticket.cancel': ['guide', 'duty-chief', 'visitor'],
  /** Numbers still held at the end of the day. */
  'ticket.settle': ['duty-chief'],
  'ticket.search': ['guide', 'duty-chief', 'supervisor', 'hall-administrator'],
  /** Found by phone or document, and shown masked … */
  'visitor.find': ['guide', 'duty-chief'],
  /** … or whole, which is written down with its reason. */
  'visitor.reveal': ['guide', 'duty-chief'],
  /** Whoever is asked first takes the enquiry … */
  'enquiry.log': ['clerk', 'guide', 'duty-chief'],
  /** … and hands it to anybody of the staff; the rule looks at whose it is. */
  'enquiry.work': ['staff'],
  'enquiry.count': ['guide', 'duty-chief', 'supervisor', 'hall-administrator'],
  /** The register of what was handed out, and the signatures in it. */
  'collection.search': ['guide', 'duty-chief', 'supervisor', 'hall-administrator'],
  'collection.reveal': ['duty-chief', 'supervisor'],
  /** Any of the staff drafts and answers for it; the rule looks at whose it is (requirement 106). */
  'publication.work': ['staff'],
  'publication.review': ['reviewer'],
  'publication.approve': ['approver'],
  /** Whoever makes a guide answers for it … */
  'guide.write': ['reviewer', 'approver', 'hall-administrator'],
  /** … and somebody approves what the public reads. */
  'guide.publish': ['approver', 'hall-administrator'],
  'slip.reprint': ['kiosk', 'clerk', 'guide', 'duty-chief'],
  'counter.pause': ['clerk'],
  'help.clear': ['clerk', 'duty-chief'],
  'evaluation.rate': ['pad', 'agent'],
  'evaluation.explain': ['pad'],
  'screen.watch': ['kiosk', 'board', 'sign', 'pad'],
  'screen.report': ['kiosk', 'board', 'sign', 'pad'],
  'counter.watch': ['clerk'],
  'duty.watch': ['guide', 'duty-chief', 'supervisor', 'hall-administrator', 'information-administrator'],
  'guide.watch': ['guide', 'duty-chief'],
  'ticket.follow': ['visitor'],
  'device.attach': ['agent'],
  /** Try one device, or all of them. */
  'device.test': ['hall-administrator', 'information-administrator', 'duty-chief'],
  'fault.report': ['clerk'],
  'fault.clear': ['hall-administrator', 'information-administrator', 'duty-chief'],
  'device.enrol': ['hall-administrator', 'information-administrator'],
  'hall.configure': ['hall-administrator'],
  'people.manage': ['hall-administrator'],
} as const satisfies Record<string, readonly Grantee[]>;

export type Permission = keyof typeof PERMISSIONS;

export function may(actor: Actor, permission: Permission): boolean {
  const grantees: readonly Grantee[] = PERMISSIONS[permission];
  if (grantees.includes('anyone')) return true;
  switch (actor.kind) {
    case 'person':
      return grantees.includes('staff') || actor.roles.some((role) => grantees.includes(role));
    case 'device':
      return grantees.includes(actor.deviceKind);
    case 'visitor':
      return grantees.includes('visitor');
    case 'booker':
      return grantees.includes('booker');
    case 'public':
      return grantees.includes('nobody');
    case 'system':
      return true;
  }
}
