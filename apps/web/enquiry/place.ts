import { LIFE_EVENTS, type LifeEvent } from '#libs/disclosure/guide';

/** Where somebody is in the page: what stands after the address's `#`. */
export type Place =
  | { at: 'start' }
  | { at: 'directory' }
  | { at: 'guide'; guideId: string }
  | { at: 'department'; name: string }
  | { at: 'event'; event: LifeEvent };

export function placeOf(hash: string): Place {
  const [kind, value = ''] = hash.replace(/^#/, '').split('=');
  const words = decodedOr(value);
  if (kind === 'directory') return { at: 'directory' };
  if (kind === 'guide' && words !== '') return { at: 'guide', guideId: words };
  if (kind === 'department' && words !== '') return { at: 'department', name: words };
  const event = LIFE_EVENTS.find((one) => kind === 'event' && one === words);
  return event ? { at: 'event', event } : { at: 'start' };
}

function decodedOr(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

export const guideHash = (guideId: string): string => `#guide=${encodeURIComponent(guideId)}`;
export const departmentHash = (name: string): string => `#department=${encodeURIComponent(name)}`;
export const eventHash = (event: LifeEvent): string => `#event=${event}`;
