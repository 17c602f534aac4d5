import { ROLES, type Role } from '#libs/hall/actor';

export const TABS = [
  'duty',
  'tickets',
  'enquiries',
  'publications',
  'collections',
  'guides',
  'devices',
  'rules',
] as const;
export type Tab = (typeof TABS)[number];

/** Which pages of the office a role is offered. The server decides at every door; this only leaves out what it would refuse. */
const OFFERED: Readonly<Record<Tab, readonly Role[]>> = {
  duty: ['guide', 'duty-chief', 'supervisor', 'hall-administrator', 'information-administrator'],
  tickets: ['guide', 'duty-chief', 'supervisor', 'hall-administrator'],
  /** Whoever an enquiry is handed to. */
  enquiries: ROLES,
  /** Whoever drafts, reviews or approves. */
  publications: ROLES,
  collections: ['guide', 'duty-chief', 'supervisor', 'hall-administrator'],
  guides: ['reviewer', 'approver', 'hall-administrator'],
  devices: ['duty-chief', 'hall-administrator', 'information-administrator'],
  rules: ['hall-administrator'],
};

export const tabsOf = (roles: readonly Role[]): Tab[] =>
  TABS.filter((tab) => OFFERED[tab].some((role) => roles.includes(role)));

/** Who may end a session that a colleague left open at a counter. */
export const mayEndSession = (roles: readonly Role[]): boolean =>
  roles.includes('duty-chief') || roles.includes('hall-administrator');

/** Who decides about the numbers still held at the end of the day. */
export const maySettle = (roles: readonly Role[]): boolean => roles.includes('duty-chief');

/** Who makes the codes by which screens and agents take their places. */
export const mayEnrol = (roles: readonly Role[]): boolean =>
  roles.includes('hall-administrator') || roles.includes('information-administrator');

/** Who tries devices, and settles what clerks report of them. */
export const mayKeepDevices = (roles: readonly Role[]): boolean =>
  OFFERED.devices.some((role) => roles.includes(role));

export const mayConfigure = (roles: readonly Role[]): boolean => roles.includes('hall-administrator');

/** `#tickets/<id>`: a page of the office, and perhaps the one thing it shows. */
export interface Route {
  tab: Tab;
  id: string | null;
}

export function routeOf(hash: string, offered: readonly Tab[]): Route | null {
  const [name, id] = hash.replace(/^#/, '').split('/');
  const tab = offered.find((offer) => offer === name);
  if (tab) return { tab, id: id ? decodeURIComponent(id) : null };
  const [first] = offered;
  return first ? { tab: first, id: null } : null;
}

export const addressOf = ({ tab, id }: Route): string =>
  id === null ? `#${tab}` : `#${tab}/${encodeURIComponent(id)}`;

/** Who is shown how many enquiries there were. */
export const mayCountEnquiries = (roles: readonly Role[]): boolean =>
  OFFERED.tickets.some((role) => roles.includes(role));

/** Who may look at the signature of whoever collected. */
export const mayRevealSignature = (roles: readonly Role[]): boolean =>
  roles.includes('duty-chief') || roles.includes('supervisor');

/** Who shows a guide to the public, and takes it back. */
export const mayPublish = (roles: readonly Role[]): boolean =>
  roles.includes('approver') || roles.includes('hall-administrator');
