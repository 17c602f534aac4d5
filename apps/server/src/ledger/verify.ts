import type { PrismaClient } from '#prisma/client/client';
import { chained, NO_HEAD, sha256 } from './chain.js';
import { readDayHeads, type DayHead } from './day-heads.js';
import { factOf, strayColumn, type Fact, type StoredEvent } from './link.js';

/** So many events are read within some ten milliseconds: on the embedded database nobody waits for long. */
const SLICE = 400;

export interface Verdict {
  ledgerId: string;
  /** Events whose place in the chain is right, from the first on. */
  events: number;
  head: string;
  /** The first broken link: at which event, and what is wrong with it. */
  broken: { sequence: number; what: string } | null;
}

interface Head {
  sequence: number;
  head: string;
  configVersion: number;
  day: string;
}

/** Walks one ledger's chain from its first event to its head row and names the first broken link. */
export async function verifyLedger(
  prisma: PrismaClient,
  ledgerId: string,
  dataDir: string,
): Promise<Verdict> {
  const head = await prisma.ledger.findUniqueOrThrow({ where: { id: ledgerId } });
  const walk = new Walk(prisma, ledgerId, head, readDayHeads(dataDir, ledgerId));
  const broken = await walk.firstFault();
  return { ledgerId, events: walk.sequence, head: walk.hash, broken };
}

class Walk {
  sequence = 0;
  hash = NO_HEAD;
  #configVersion: unknown = 0;
  #day: unknown;

  constructor(
    private readonly prisma: PrismaClient,
    private readonly ledgerId: string,
    private readonly head: Head,
    private readonly dayHeads: readonly DayHead[],
  ) {
    this.#day = head.day; // a hall's first day stands in no event
  }

  async firstFault(): Promise<Verdict['broken']> {
    for (let slice = await this.#slice(); slice.length > 0; slice = await this.#slice())
      for (const event of slice) {
        const what = await this.#fault(event);
        if (what) return { sequence: this.sequence + 1, what };
        this.sequence = event.sequence;
        this.hash = event.hash;
      }
    const what = (await this.#endFault()) ?? this.#headFault() ?? this.#lostDayHead();
    return what ? { sequence: this.sequence, what } : null;
  }

  /** On a server that is at work the chain goes on meanwhile: the walk ends where the head was when it began. */
  #slice(): Promise<StoredEvent[]> {
    const { ledgerId, sequence: gt, head } = this;
    return this.prisma.event.findMany({
      where: { ledgerId, sequence: { gt, lte: head.sequence } },
      orderBy: { sequence: 'asc' },
      take: SLICE,
    });
  }

  async #fault(event: StoredEvent): Promise<string | null> {
    if (event.sequence !== this.sequence + 1) return 'the event is missing';
    if (chained(this.hash, event.record) !== event.hash) return this.#unchained(event);
    const stray = strayColumn(event);
    if (stray) return `its column ${stray} disagrees with its record`;
    const fact = factOf(event.record);
    return (fact && (await this.#documentFault(fact))) ?? this.#dayHeadFault(event, fact);
  }

  /** The next link tells which of the two was changed: it was made from the true hash. */
  async #unchained(event: StoredEvent): Promise<string> {
    const { ledgerId, head } = this;
    const sequence = event.sequence + 1;
    const next = await this.prisma.event.findUnique({
      where: { ledgerId_sequence: { ledgerId, sequence } },
    });
    const goesOnFrom = (hash: string) =>
      next ? chained(hash, next.record) === next.hash : head.head === hash;
    if (goesOnFrom(event.hash)) return 'its record was changed';
    if (goesOnFrom(chained(this.hash, event.record))) return 'its hash was changed';
    return 'neither its record nor its hash fits the chain';
  }

  /** A hall's configuration stands in a row of its own; its hash is in the chain. */
  async #documentFault(fact: Fact): Promise<string | null> {
    if (fact.type === 'day-closed') this.#day = fact['nextDay'];
    if (fact.type !== 'hall-configured') return null;
    const version = Number(fact['version']);
    this.#configVersion = version;
    const row = await this.prisma.hallConfigVersion.findUnique({
      where: { hallId_version: { hallId: this.ledgerId, version } },
    });
    if (!row) return `its configuration, version ${version}, is missing`;
    return sha256(row.document) === fact['documentHash']
      ? null
      : `its configuration, version ${version}, was changed`;
  }

  #dayHeadFault({ sequence, hash }: StoredEvent, fact: Fact | null): string | null {
    const closes = fact?.type === 'day-closed';
    const lines = this.dayHeads.filter((line) => line.sequence === sequence);
    const right = lines.every((line) => closes && line.hash === hash && line.day === fact['day']);
    if (!right) return `the day head in ${this.#file} is another`;
    // the last ones may be missing after a crash: the next start writes them
    const missing = closes && lines.length === 0 && this.dayHeads.some((line) => line.sequence > sequence);
    return missing ? `its day head is missing in ${this.#file}` : null;
  }

  async #endFault(): Promise<string | null> {
    const { ledgerId, sequence, head } = this;
    if (sequence < head.sequence) return `the chain ends here; its head row says ${head.sequence}`;
    const beyond = await this.prisma.event.findFirst({
      where: { ledgerId, sequence: { gt: head.sequence } },
      orderBy: { sequence: 'desc' },
      select: { sequence: true },
    });
    if (!beyond) return null;
    const now = await this.prisma.ledger.findUniqueOrThrow({ where: { id: ledgerId } });
    return now.sequence < beyond.sequence ? `event ${beyond.sequence} stands beyond the head row` : null;
  }

  #headFault(): string | null {
    const { head, hash } = this;
    if (head.head !== hash) return 'the head row has another hash';
    if (head.configVersion !== this.#configVersion) return 'the head row has another configuration version';
    return head.day === this.#day ? null : 'the head row has another day';
  }

  #lostDayHead(): string | null {
    const lost = this.dayHeads.find((line) => !(line.sequence <= this.sequence));
    return lost ? `${this.#file} knows day ${lost.day} closed by event ${lost.sequence}` : null;
  }

  get #file(): string {
    return `heads/${this.ledgerId}.log`;
  }
}
