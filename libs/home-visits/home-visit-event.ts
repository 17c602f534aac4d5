import type { Half } from './home-visit.js';

export type HomeVisitEvent =
  | {
      type: 'home-visit-requested';
      homeVisitId: string;
      queueId: string;
      matterId: string;
      day: string;
      half: Half;
      /** An ISO instant. */
      cancelUntil: string;
      visitorId: string;
    }
  | {
      type: 'home-visit-scheduled';
      homeVisitId: string;
      day: string;
      half: Half;
      cancelUntil: string;
      personId: string;
    }
  | { type: 'home-visit-done'; homeVisitId: string }
  | { type: 'home-visit-declined'; homeVisitId: string; reason: string }
  | { type: 'home-visit-cancelled'; homeVisitId: string };
