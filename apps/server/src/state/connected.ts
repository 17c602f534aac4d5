import { Injectable } from '@nestjs/common';

/** Which enrolled devices have a line to this server now. */
@Injectable()
export class Connected {
  readonly #sockets = new Map<string, Set<string>>();
  /** Ids of the devices, kept true while they come and go. */
  readonly devices = new Set<string>();

  arrive(deviceId: string, socketId: string): void {
    const sockets = this.#sockets.get(deviceId) ?? new Set();
    this.#sockets.set(deviceId, sockets.add(socketId));
    this.devices.add(deviceId);
  }

  leave(deviceId: string, socketId: string): void {
    const sockets = this.#sockets.get(deviceId);
    sockets?.delete(socketId);
    if (!sockets?.size) this.devices.delete(deviceId);
  }
}
