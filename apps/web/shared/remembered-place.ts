import type { Place } from './session.js';

/** This machine stands somewhere: hall and counter are remembered from the last time, who sits there is not. */
export interface RememberedPlace {
  read(): Place | null;
  keep(place: Place): void;
}

export function rememberedPlace(key: string): RememberedPlace {
  return {
    read() {
      const [hallId, counterId] = localStorage.getItem(key)?.split(' ') ?? [];
      return hallId ? { hallId, counterId: counterId ?? null } : null;
    },
    keep({ hallId, counterId }) {
      localStorage.setItem(key, counterId === null ? hallId : `${hallId} ${counterId}`);
    },
  };
}
