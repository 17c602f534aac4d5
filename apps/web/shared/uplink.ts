import { io, type Socket } from 'socket.io-client';
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { CONNECT_REFUSALS, CommandMessage, CommandReply, Handshake } from '#libs/contracts/socket';
import type { ReadingMessage } from '#libs/contracts/reading';
import type { Snapshot } from '#libs/contracts/snapshots';
import { createNumbering } from './numbering.js';
import { newRequestId } from './request-id.js';
import { createServerClock, type ServerClock } from './server-clock.js';

export type ConnectRefusal = (typeof CONNECT_REFUSALS)[number];

export interface Uplink<S extends Snapshot> {
  /** The last picture, kept through a cut line. */
  readonly snapshot: ShallowRef<S | null>;
  /** Null while connected; else the instant the line was cut. */
  readonly staleSince: Ref<Date | null>;
  readonly refused: Ref<ConnectRefusal | null>;
  /** The server's clock. */
  now(): Date;
  /** One requestId over all tries; gives up after 10 s with the incident `offline`. */
  send(name: string, body: CommandMessage['body'], requestId?: string): Promise<CommandReply>;
  /** What a reader or scanner beside the page reads: said once, kept nowhere. */
  onReading(hear: (message: ReadingMessage) => void): void;
  close(): void;
}

interface FromServer<S> {
  reading(message: ReadingMessage): void;
  snapshot(message: { number: number; at: string; snapshot: S }): void;
}
interface ToServer {
  command(message: CommandMessage, answer: (reply: CommandReply) => void): void;
}

type Wire<S> = Socket<FromServer<S>, ToServer>;
type Shown<S extends Snapshot> = Pick<Uplink<S>, 'snapshot' | 'staleSince' | 'refused'>;

const GIVE_UP_MS = 10_000;
/** An answer that takes longer is asked for again: the same requestId gets the same answer. */
const TRY_MS = 3_000;
const CALL_AGAIN_MS = 1_000;

const REFUSALS: Readonly<Record<ConnectRefusal, true>> = {
  'not-enrolled': true,
  'not-signed-in': true,
  'not-at-a-counter': true,
  'ticket-unknown': true,
  'bad-input': true,
};
const isRefusal = (message: string): message is ConnectRefusal => message in REFUSALS;

export function openUplink<S extends Snapshot>(handshake: Handshake): Uplink<S> {
  const socket: Wire<S> = io('/', {
    auth: handshake,
    forceNew: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: CALL_AGAIN_MS,
    timeout: 5_000,
  });
  const clock = createServerClock(() => performance.now(), Date.now());
  const shown: Shown<S> = { snapshot: shallowRef(null), staleSince: ref(null), refused: ref(null) };
  const hangUp = watchLine(socket, shown, clock);
  drawNewest(socket, shown, clock);
  return {
    ...shown,
    now: clock.now,
    send: (name, body, requestId = newRequestId()) => sendUntilAnswered(socket, { name, requestId, body }),
    onReading(hear) {
      socket.on('reading', hear);
    },
    close: hangUp,
  };
}

function drawNewest<S extends Snapshot>(socket: Wire<S>, shown: Shown<S>, clock: ServerClock): void {
  const numbering = createNumbering();
  socket.on('connect', () => numbering.restart());
  socket.on('snapshot', (message) => {
    if (!numbering.isNewer(message.number)) return;
    clock.set(message.at);
    shown.staleSince.value = null;
    shown.snapshot.value = message.snapshot;
  });
}

/** Tells since when the line is cut, and calls again; returns how to hang up for good. */
function watchLine<S extends Snapshot>(socket: Wire<S>, shown: Shown<S>, clock: ServerClock): () => void {
  let again = 0;
  /** socket.io leaves it at a connection that the server itself closed or turned down: a screen calls again. */
  function cut(): void {
    shown.staleSince.value ??= clock.now();
    window.clearTimeout(again);
    if (!socket.active) again = window.setTimeout(() => socket.connect(), CALL_AGAIN_MS);
  }
  socket.on('connect', () => {
    shown.refused.value = null;
  });
  socket.on('disconnect', (reason) => {
    if (reason !== 'io client disconnect') cut();
  });
  socket.on('connect_error', (error) => {
    if (isRefusal(error.message)) shown.refused.value = error.message;
    else cut();
  });
  return () => {
    window.clearTimeout(again);
    socket.disconnect();
  };
}

/** While the line is cut the socket keeps the message back and sends it with the new connection. */
async function sendUntilAnswered<S extends Snapshot>(
  socket: Wire<S>,
  message: CommandMessage,
): Promise<CommandReply> {
  const end = performance.now() + GIVE_UP_MS;
  for (let left = GIVE_UP_MS; left > 0; left = end - performance.now()) {
    try {
      return await socket.timeout(Math.min(left, TRY_MS)).emitWithAck('command', message);
    } catch {
      continue;
    }
  }
  return { ok: false, incident: 'offline' };
}
