import { Injectable } from '@nestjs/common';
import type { Namespace } from 'socket.io';

/** Says something to the screens of one room, now or never: what lasts stands in their snapshots. */
@Injectable()
export class ScreenLine {
  #server: Namespace | null = null;

  sendThrough(server: Namespace): void {
    this.#server = server;
  }

  tell(room: string, event: string, message: object): void {
    this.#server?.to(room).emit(event, message);
  }
}

/** The room of a kiosk's page, wherever it is open. */
export const kioskRoom = (hallId: string, kioskId: string): string => `kiosk ${hallId} ${kioskId}`;
