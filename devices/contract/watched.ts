/** Lets a caller wait for something to become true without asking again and again: whoever changes things says `changed()`. */
export class Watched {
  #waiting = new Set<() => boolean>();

  changed(): void {
    for (const check of [...this.#waiting]) if (check()) this.#waiting.delete(check);
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
