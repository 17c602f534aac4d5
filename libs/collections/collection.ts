/** Who comes for it: the applicant, or somebody he sent (requirement 88). */
export const COLLECTED_BY = ['self', 'proxy'] as const;
export type CollectedBy = (typeof COLLECTED_BY)[number];

/** 委托书, 委托人身份证复印件, 受托人身份证: whoever comes for another shows all of them (requirement 88). */
export const PROXY_PAPERS = ['authorisation', 'principal-id-copy', 'proxy-id'] as const;
export type ProxyPaper = (typeof PROXY_PAPERS)[number];

export interface CollectionPolicy {
  /** So many days the signature of whoever collected is kept (requirement 89). */
  keepDays: number;
}

export const PLAIN_COLLECTIONS: CollectionPolicy = { keepDays: 365 };
