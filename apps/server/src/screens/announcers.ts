interface Board {
  socketId: string;
  zone: string;
}

/** One voice a zone: the board that has been connected longest speaks, the others are silent. */
export class Announcers {
  readonly #boards: Board[] = [];

  join(socketId: string, zone: string): void {
    this.#boards.push({ socketId, zone });
  }

  leave(socketId: string): void {
    const place = this.#boards.findIndex((board) => board.socketId === socketId);
    if (place >= 0) this.#boards.splice(place, 1);
  }

  /** The socket that speaks in a zone; undefined when no board is connected there. */
  of(zone: string): string | undefined {
    return this.#boards.find((board) => board.zone === zone)?.socketId;
  }
}
