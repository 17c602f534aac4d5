import { Injectable } from '@nestjs/common';

/** Which enrolled devices of a hall have a line to this server now. */
@Injectable()
export class Connected {
  readonly #sockets = new Map<string, Map<string, Set<string>>>();

  arrive(hallId: string, deviceId: string, socketId: string): void {
    const hall = this.#hall(hallId);
    hall.set(deviceId, (hall.get(deviceId) ?? new Set()).add(socketId));
  }

  leave(hallId: string, deviceId: string, socketId: string): void {
    const hall = this.#hall(hallId);
    const sockets = hall.get(deviceId);
    sockets?.delete(socketId);
    if (!sockets?.size) hall.delete(deviceId);
  }

  /** Ids of the hall's connected devices, true whenever it is looked at. */
  of(hallId: string): { has(deviceId: string): boolean } {
    return this.#hall(hallId);
  }

  #hall(hallId: string): Map<string, Set<string>> {
    const known = this.#sockets.get(hallId) ?? new Map<string, Set<string>>();
    this.#sockets.set(hallId, known);
    return known;
  }
}
