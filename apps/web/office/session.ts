import type { HallList, Me } from '#libs/contracts/rest';
import { askServer, type RestReply } from './rest.js';

export const loadHalls = (): Promise<RestReply<HallList>> => askServer('GET', '/api/halls');
/** Who is signed in on this machine, at a desk or at a counter. */
export const whoAmI = (): Promise<RestReply<Me>> => askServer('GET', '/api/sessions/current');
export const signOut = (): Promise<RestReply<null>> => askServer('DELETE', '/api/sessions/current');

export const signIn = (who: { hallId: string; username: string; password: string }): Promise<RestReply<Me>> =>
  askServer('POST', '/api/sessions', { ...who, counterId: null });

const KEY = 'tingxu.office';
export const rememberHall = (hallId: string): void => localStorage.setItem(KEY, hallId);
export const rememberedHall = (): string | null => localStorage.getItem(KEY);
