import type { TimeLimit } from '#libs/disclosure/guide';

/** `5 个工作日`, `当场办结`. */
export const limitText = (
  { days, unit }: TimeLimit,
  t: (key: string, named?: Record<string, string | number>) => string,
): string => {
  const words = t(`limitUnit.${unit}`);
  return unit === 'on-the-spot' ? words : t('days', { count: days, unit: words });
};
