import { SmallHall } from '../hall/hall.fixture.js';
import type { OrderPolicy } from './order-policy.js';

/** One group, one of it for two others; nobody ages and nobody picks. */
export const ELDERS_FIRST: OrderPolicy = {
  groups: [{ id: 'elderly', name: '老年人', nameEn: 'Older people', evidence: 'birth-date', fromAge: 60 }],
  share: { priority: 1, ordinary: 2 },
  ageingMinutes: null,
  callByNumber: false,
};

/** A hall with this call order. */
export const orderedHall = (policy: Partial<OrderPolicy> = {}): SmallHall =>
  new SmallHall((config) => ({ ...config, callOrder: { ...ELDERS_FIRST, ...policy } }));
