import type { HallList, Me } from '#libs/contracts/rest';
import { askServer, type RestReply } from './rest.js';

/** Where a member of staff signs in: at a counter, or (null) at a desk in the office. */
export interface Place {
  hallId: string;
  counterId: string | null;
}
export type SignIn = Place & { username: string; password: string };

export const loadHalls = (): Promise<RestReply<HallList>> => askServer('GET', '/api/halls');
/** Who is signed in on this machine, at whatever place and with whatever right. */
export const whoAmI = (): Promise<RestReply<Me>> => askServer('GET', '/api/sessions/current');
export const signIn = (who: SignIn): Promise<RestReply<Me>> => askServer('POST', '/api/sessions', who);
export const signOut = (): Promise<RestReply<null>> => askServer('DELETE', '/api/sessions/current');
