import type { ResidentInput } from '#libs/contracts/visitor';

/** As typed; empty where nothing was. */
export interface Contact {
  name: string;
  phone: string;
  address: string;
}
export const noContact = (): Contact => ({ name: '', phone: '', address: '' });

const said = (text: string): string | null => text.trim() || null;

/** What a command says of the visitor; null when nothing was typed. */
export function visitorIn({ name, phone, address }: Contact): ResidentInput | null {
  const visitor = { name: said(name), phone: said(phone), address: said(address) };
  return Object.values(visitor).some((text) => text !== null) ? visitor : null;
}
