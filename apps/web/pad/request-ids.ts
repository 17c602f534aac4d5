export interface RequestIds {
  /** The same act on the same invitation has the same requestId, however often it is sent. */
  of(invitationId: string, act: string): string;
}

/** Kept for one invitation only: the pad runs for weeks. */
export function createRequestIds(newRequestId: () => string): RequestIds {
  let current = '';
  let ids = new Map<string, string>();
  return {
    of(invitationId, act) {
      if (invitationId !== current) {
        current = invitationId;
        ids = new Map();
      }
      const id = ids.get(act) ?? newRequestId();
      ids.set(act, id);
      return id;
    },
  };
}
