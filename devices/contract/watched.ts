/** Lets a caller wait for something to become true without asking again and again: whoever changes things says `changed()`. */
export class Watched {
  #waiting = new Set<() => boolean>();
  readonly #onlookers = new Set<() => void>();

  changed(): void {
    for (const look of this.#onlookers) look();
    for (const check of [...this.#waiting]) if (check()) this.#waiting.delete(check);
  }

  /** Calls `look` at every change; the answer takes it back. */
  onChange(look: () => void): () => void {
    this.#onlookers.add(look);
    return () => this.#onlookers.delete(look);
  }

  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): boolean => {
        const met = condition();
        if (met) resolve();
        return met;
      };
      if (!check()) this.#waiting.add(check);
    });
  }
}
