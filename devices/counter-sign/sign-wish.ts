/** What a counter's sign should show. `idle`: post and name; `call`: the number first, then words. */
export type SignWish = { brightness?: number | undefined } & (
  { kind: 'idle' | 'call' | 'paused'; text: string } | { kind: 'dark' }
);

/** `refusing`: it answers, and says no; the code is the device's own. */
export type SignHealth = { state: 'ready' | 'unreachable' } | { state: 'refusing'; code: number };

/** What a protocol has no bytes for: `brightness` 1 to 16, a `colour`, any `words` beside the number, going `dark`. */
export type SignAbility = 'brightness' | 'colour' | 'words' | 'dark';

export type SignColour = 'red' | 'green' | 'yellow';

/** By the kind of wish. */
export type SignColours = Readonly<Record<'idle' | 'call' | 'paused', SignColour>>;
