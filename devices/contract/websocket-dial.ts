import { WebSocket } from 'ws';

/** The devices' end of a WebSocket: for simulators. */
export interface DialledWebSocket {
  /** Only while it is open. */
  say(text: string): void;
  sayBytes(bytes: Uint8Array): void;
  /** With farewell. */
  hangUp(): Promise<void>;
  /** Without: the power is cut. */
  cut(): Promise<void>;
}

export interface DialOptions {
  url: string;
  /** Comes before any text. */
  opened(): void;
  text(text: string): void;
  /** Once, also where nobody listens. */
  closed(code: number): void;
  /** A hung device: its network stack takes what comes, and it answers no ping. */
  answersPings?: boolean;
}

export function dialWebSocket({ url, opened, text, closed, answersPings }: DialOptions): DialledWebSocket {
  const socket = new WebSocket(url, { perMessageDeflate: false, autoPong: answersPings ?? true });
  const gone = new Promise<void>((over) => socket.once('close', () => over()));
  socket.on('open', opened);
  socket.on('message', (data) => text(String(data)));
  // `close` follows, and tells it.
  socket.on('error', () => {});
  socket.on('close', closed);
  return {
    say: (text) => socket.send(text),
    sayBytes: (bytes) => socket.send(bytes),
    hangUp: () => {
      socket.close();
      return gone;
    },
    cut: () => {
      socket.terminate();
      return gone;
    },
  };
}
