import type { HallList, Me } from '#libs/contracts/rest';
import { askServer, type RestReply } from './rest.js';

export interface Place {
  hallId: string;
  counterId: string;
}
export type SignIn = Place & { username: string; password: string };

export const loadHalls = (): Promise<RestReply<HallList>> => askServer('GET', '/api/halls');
export const signIn = (who: SignIn): Promise<RestReply<Me>> => askServer('POST', '/api/sessions', who);
export const signOut = (): Promise<RestReply<null>> => askServer('DELETE', '/api/sessions/current');

/** Whether anyone is signed in on this machine, at whatever place and with whatever right. */
export async function someoneIsSignedIn(): Promise<boolean> {
  const reply = await askServer<Me>('GET', '/api/sessions/current');
  return reply.ok;
}

const KEY = 'tingxu.counter';

/** This machine stands at a counter: hall and counter are remembered, who sits there is not. */
export function rememberPlace(place: Place): void {
  localStorage.setItem(KEY, `${place.hallId} ${place.counterId}`);
}

export function rememberedPlace(): Place | null {
  const [hallId, counterId] = localStorage.getItem(KEY)?.split(' ') ?? [];
  return hallId && counterId ? { hallId, counterId } : null;
}
