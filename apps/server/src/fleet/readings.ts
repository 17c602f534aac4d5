import { Injectable } from '@nestjs/common';
import { businessDay } from '#libs/calendar/business-day';
import type { CardMessage, InputMessage } from '#libs/contracts/agent';
import type { ReadingMessage } from '#libs/contracts/reading';
import type { CommandReply } from '#libs/contracts/socket';
import type { Device, Queue } from '#libs/hall/config';
import type { HallState } from '#libs/hall/hall-state';
import { deviceOf, queueOf } from '#libs/hall/lookup';
import { maskedName } from '#libs/persons/masked';
import { samePerson, type SealedVisitor } from '#libs/persons/visitor';
import { groupByAge } from '#libs/queueing/favour';
import { Refusal } from '#libs/refusal';
import { LaidCards } from '../access/laid-cards.js';
import { VisitorVault } from '../access/visitor-vault.js';
import { Clock } from '../clock.js';
import { Ledger } from '../ledger/ledger.js';
import { kioskRoom, ScreenLine } from '../state/screen-line.js';

const DONE: CommandReply = { ok: true, answer: {} };
/** Whoever scanned or laid something longer ago has gone. */
const COUNTS_MS = 10_000;

/** What readers and scanners read goes to the kiosk beside them. Nothing of it is a command yet, and nothing is kept. */
@Injectable()
export class Readings {
  constructor(
    private readonly ledger: Ledger,
    private readonly vault: VisitorVault,
    private readonly cards: LaidCards,
    private readonly screens: ScreenLine,
    private readonly clock: Clock,
  ) {}

  async scan(
    hallId: string,
    agentId: string,
    { deviceId, text, pressedAt }: Extract<InputMessage, { kind: 'scan' }>,
  ): Promise<CommandReply> {
    const kioskId = await this.#kioskOf(hallId, agentId, deviceId);
    if (this.clock.now().getTime() - Date.parse(pressedAt) <= COUNTS_MS)
      this.#tell(hallId, kioskId, { kind: 'scan', text });
    return DONE;
  }

  async card(hallId: string, agentId: string, { deviceId, read }: CardMessage): Promise<CommandReply> {
    const kioskId = await this.#kioskOf(hallId, agentId, deviceId);
    if ('unreadable' in read) {
      this.#tell(hallId, kioskId, { kind: 'unreadable', reason: read.unreadable });
      return DONE;
    }
    const visitor = this.vault.seal(hallId, { ...read, idKind: 'resident-id', phone: null, address: null });
    const cardId = this.cards.lay(hallId, kioskId, visitor);
    const told = await this.ledger.hall(hallId, (state) => known(state, visitor, this.clock.now()));
    this.#tell(hallId, kioskId, { kind: 'card', cardId, name: maskedName(read.name), ...told });
    return DONE;
  }

  #tell(hallId: string, kioskId: string, message: ReadingMessage): void {
    this.screens.tell(kioskRoom(hallId, kioskId), 'reading', message);
  }

  async #kioskOf(hallId: string, agentId: string, deviceId: string): Promise<string> {
    const device = await this.ledger.hall(hallId, (state): Device => deviceOf(state, deviceId));
    if (device.agentId !== agentId || device.kioskId === undefined) throw new Refusal('not-allowed');
    return device.kioskId;
  }
}

type Known = Omit<Extract<ReadingMessage, { kind: 'card' }>, 'kind' | 'cardId' | 'name'>;

function known(state: HallState, person: SealedVisitor, at: Date): Known {
  const { callOrder, timeZone } = state.config;
  const is = (visitorId: string | null): boolean => {
    const one = state.visitors.get(visitorId ?? '');
    return one !== undefined && samePerson(one, person);
  };
  const { birthDate } = person;
  const day = businessDay(at, timeZone);
  const group = birthDate === null ? null : groupByAge(callOrder.groups, birthDate, day);
  const bookings = [...state.bookings.values()]
    .filter(({ visitorId, status }) => status === 'booked' && is(visitorId))
    .sort((one, other) => one.opensAt.getTime() - other.opensAt.getTime());
  return {
    group: group ? { name: group.name, nameEn: group.nameEn } : null,
    tickets: [...state.tickets.values()]
      .filter(({ visitorId, status }) => status === 'waiting' && is(visitorId))
      .map(({ id, number, queueId }) => ({ ticketId: id, number, ...named(queueOf(state, queueId)) })),
    bookings: bookings.map(({ queueId, day, from, to, opensAt, closesAt }) => ({
      ...{ day, from, to, open: opensAt <= at && at <= closesAt },
      ...named(queueOf(state, queueId)),
    })),
  };
}

const named = ({ name, nameEn }: Queue) => ({ queueName: name, queueNameEn: nameEn });
