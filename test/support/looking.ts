import type { Socket } from 'socket.io-client';
import { snapshotMessage, type SnapshotMessage } from '#libs/contracts/socket';
import type { Snapshot } from '#libs/contracts/snapshots';

type Kind = Snapshot['kind'];
type Of<K extends Kind> = Extract<Snapshot, { kind: K }>;

/** What a screen has been shown, in order. */
export class Looking {
  readonly messages: SnapshotMessage[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(readonly socket: Socket) {
    socket.on('snapshot', (message: unknown) => {
      this.messages.push(snapshotMessage.parse(message));
      for (const look of [...this.#waiting]) look();
    });
  }

  /** Resolves with the first picture, shown or to come, that the test waits for. */
  async sees<K extends Kind>(
    kind: K,
    right: (snapshot: Of<K>) => boolean = () => true,
    ms = 5_000,
  ): Promise<Of<K>> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const last = this.messages.at(-1)?.snapshot;
        if (!last || !isOf(last, kind) || !right(last)) return;
        done();
        resolve(last);
      };
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`not seen in ${ms} ms; last: ${JSON.stringify(this.messages.at(-1))}`));
      }, ms);
      this.#waiting.add(look);
      look();
    });
  }
}

const isOf = <K extends Kind>(snapshot: Snapshot, kind: K): snapshot is Of<K> => snapshot.kind === kind;
