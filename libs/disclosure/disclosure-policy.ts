/** 五公开, 八公开, 十公开: the lists a hall may bind itself to (requirements 95, 96, 97). */
export const PUBLIC_LISTS = ['five', 'eight', 'ten'] as const;
export type PublicList = (typeof PUBLIC_LISTS)[number];

export interface DisclosurePolicy {
  list: PublicList;
}

export const PLAIN_DISCLOSURE: DisclosurePolicy = { list: 'ten' };
