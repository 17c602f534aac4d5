import type { Demonstration } from '../../apps/demo/src/demo.js';
import { matterIds } from '../../prisma/seed/demo-matters.js';
import { COUNTY } from '../../prisma/seed/demo-people.js';
import { Client } from './client.js';

/** Who sits where in the county hall this morning. */
const SEATS = [
  ...(['zhang.min', 'li.qiang', 'wang.fang', 'zhao.lei', 'chen.jing'] as const),
  ...(['liu.yang', 'yang.xue', 'zhou.jie', 'wu.dan'] as const),
] as const;
/** Who comes, a few each minute, by the queue they choose. */
const ARRIVALS = 'AADBDCAEADFADBCADAEDACDABDAFCEADABDCADEADBAFDCADAEBDADCAFDABDADCEDADBA';
const A_MINUTE = 3;
const AT_NINE = new Date('2026-03-02T01:00:00Z');
const MINUTE_MS = 60_000;

/** A clerk's counter: what stands there, and how many minutes more. */
interface Seat {
  clerk: Client;
  ticketId: string | null;
  left: number;
}

export interface Morning {
  guide: Client;
  /** By counter, the first is number 1. */
  seats: Seat[];
}

/** Plays the county hall's first half hour by the same commands as its pages give; everything in it is invented. */
export async function playMorning({ server, accounts }: Demonstration): Promise<Morning> {
  const signIn = async (username: string, counterId: string | null): Promise<Client> => {
    const client = new Client(server.url, COUNTY);
    const password = accounts.find((account) => account.username === username)?.password ?? '';
    await client.signIn(username, password, counterId);
    return client;
  };
  server.clock.moveTo(AT_NINE);
  const guide = await signIn('sun.li', null);
  const seats: Seat[] = [];
  for (const [place, username] of SEATS.entries())
    seats.push({ clerk: await signIn(username, `counter-${place + 1}`), ticketId: null, left: 0 });
  for (let minute = 0; minute * A_MINUTE < ARRIVALS.length; minute += 1) {
    for (const prefix of ARRIVALS.slice(minute * A_MINUTE, (minute + 1) * A_MINUTE))
      await arrive(guide, prefix, minute);
    for (const [place, seat] of seats.entries()) await work(seat, 4 + ((place * 5 + minute) % 7));
    server.clock.moveBy(MINUTE_MS);
  }
  return { guide, seats };
}

async function arrive(guide: Client, prefix: string, minute: number): Promise<void> {
  const matters = matterIds(prefix);
  const queueId = `queue-${prefix.toLowerCase()}`;
  await guide.do('issue', { queueId, matterId: matters[minute % matters.length] ?? null });
}

/** A minute at a counter: the visit goes on, or is finished and the next one called and begun. */
async function work(seat: Seat, minutes: number): Promise<void> {
  seat.left -= 1;
  if (seat.left > 0) return;
  const reply = await seat.clerk.ask('next', { seen: seat.ticketId, confirmed: true });
  seat.ticketId = reply.ok ? (/"ticketId":"([^"]+)"/.exec(JSON.stringify(reply.answer))?.[1] ?? null) : null;
  seat.left = minutes;
  if (seat.ticketId !== null) await seat.clerk.do('begin', { ticketId: seat.ticketId });
}
