import { Injectable } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import type { HallConfig } from '#libs/hall/config';
import { PrismaClient } from '#prisma/client/client';
import { Feed } from '../ledger/feed.js';
import { Ledger } from '../ledger/ledger.js';
import { ticketRow } from '../state/ticket-row.query.js';
import { ScreenLine } from '../state/screen-line.js';
import { Connected } from '../state/connected.js';
import { FleetMemory } from '../state/fleet-memory.js';
import type { Admitted } from './admission.js';
import { Announcers } from './announcers.js';
import {
  boardPicture,
  boardZone,
  counterPicture,
  dutyPicture,
  followPicture,
  guidePicture,
  screenPicture,
} from './picture-of.js';
import { Pictures, type Picture } from './pictures.js';

interface Place {
  picture: Picture;
  deviceId: string | null;
  /** Of a board. */
  zone: string | null;
}

/** Which screens look at which pictures. */
@Injectable()
export class Stage {
  readonly #places = new Map<string, Place>();
  readonly #announcers = new Announcers();
  #server: Namespace | null = null;

  constructor(
    private readonly pictures: Pictures,
    private readonly ledger: Ledger,
    private readonly prisma: PrismaClient,
    private readonly connected: Connected,
    private readonly line: ScreenLine,
    private readonly memory: FleetMemory,
    feed: Feed,
  ) {
    memory.watch((hallId) => pictures.redrawHall(hallId));
    feed.onHall((hallId, events, { config }) => {
      if (events.some(({ fact }) => fact.type === 'hall-configured')) this.#clear(hallId, config);
    });
  }

  open(server: Namespace): void {
    this.#server = server;
    this.pictures.sendThrough(server);
    this.line.sendThrough(server);
  }

  async enter(socket: Socket, admitted: Admitted): Promise<void> {
    const { hallId, actor } = admitted;
    const deviceId = actor.kind === 'device' ? actor.deviceId : null;
    const zone = await this.#joinBoards(socket, admitted);
    const picture = await this.#pictureFor(socket, admitted, zone);
    if (!picture || socket.disconnected) {
      this.#announcers.leave(socket.id);
      socket.disconnect(true);
      return;
    }
    this.#places.set(socket.id, { picture, deviceId, zone });
    if (deviceId) this.connected.arrive(hallId, deviceId, socket.id);
    await this.#show(socket, picture);
    if (deviceId) this.pictures.redrawHall(hallId);
  }

  leave(socket: Socket): void {
    const place = this.#places.get(socket.id);
    if (!place) return;
    this.#places.delete(socket.id);
    this.pictures.take(place.picture.hallId, place.picture.room);
    if (place.deviceId) this.connected.leave(place.picture.hallId, place.deviceId, socket.id);
    if (place.zone) this.#handVoiceOn(socket.id, place.zone);
    this.pictures.redrawHall(place.picture.hallId);
  }

  /** Screens that the hall no longer has are sent away. */
  #clear(hallId: string, { devices }: HallConfig): void {
    const known = new Set(devices.map(({ id }) => id));
    for (const [socketId, { picture, deviceId }] of this.#places)
      if (picture.hallId === hallId && deviceId !== null && !known.has(deviceId))
        this.#server?.sockets.get(socketId)?.disconnect(true);
  }

  async #show(socket: Socket, picture: Picture): Promise<void> {
    await socket.join(picture.room);
    await this.pictures.hang(picture, (first) => socket.emit('snapshot', first));
  }

  async #joinBoards(socket: Socket, { hallId, actor }: Admitted): Promise<string | null> {
    if (actor.kind !== 'device' || actor.deviceKind !== 'board') return null;
    const zone = await this.ledger.hall(hallId, (state) => boardZone(state, hallId, actor.deviceId));
    this.#announcers.join(socket.id, zone);
    return zone;
  }

  async #pictureFor(
    socket: Socket,
    { page, hallId, actor }: Admitted,
    zone: string | null,
  ): Promise<Picture | null> {
    if (page === 'duty')
      return dutyPicture(hallId, {
        connected: this.connected.of(hallId),
        heard: this.memory.of(hallId),
      });
    if (page === 'guide') return guidePicture(hallId);
    if (page === 'counter')
      return actor.kind === 'person' && actor.counterId !== null
        ? counterPicture(hallId, actor.counterId)
        : null;
    if (actor.kind === 'visitor') {
      const ticket = await ticketRow(this.prisma, hallId, actor.ticketId);
      return ticket && followPicture(hallId, ticket);
    }
    if (actor.kind !== 'device') return null;
    if (zone === null) return screenPicture(hallId, actor);
    return boardPicture(hallId, actor.deviceId, zone, this.#announcers.of(zone) === socket.id);
  }

  /** The speaking board has gone: the next one of its zone takes over. */
  #handVoiceOn(socketId: string, zone: string): void {
    const spoke = this.#announcers.of(zone) === socketId;
    this.#announcers.leave(socketId);
    const heirId = spoke ? this.#announcers.of(zone) : undefined;
    const heir = heirId === undefined ? undefined : this.#server?.sockets.get(heirId);
    const place = heirId === undefined ? undefined : this.#places.get(heirId);
    if (!heir || !place?.deviceId) return;
    this.pictures.take(place.picture.hallId, place.picture.room);
    void heir.leave(place.picture.room);
    place.picture = boardPicture(place.picture.hallId, place.deviceId, zone, true);
    this.#show(heir, place.picture).catch(() => heir.disconnect(true)); // it comes back by itself
  }
}
