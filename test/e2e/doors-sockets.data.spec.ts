import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandReply, type CommandReply } from '#libs/contracts/socket';
import { TestHall } from '../support/test-hall.js';
import { COMMANDS, INSIDE, PAGES } from './access-matrix.fixture.js';
import { everyone, withAgent, type Persona } from './personas.fixture.js';

let hall: TestHall;
let personas: Persona[];
let visitor: Persona;
const open: Socket[] = [];
beforeAll(async () => {
  hall = await TestHall.start({ devices: withAgent });
  personas = await everyone(hall);
  const kiosk = await hall.kiosk();
  const { followUrl } = await kiosk.do('issue', { queueId: 'hall-queue-a', matterId: null });
  const token = String(followUrl).split('/').at(-1) ?? '';
  const page = { page: 'follow', token };
  visitor = { standing: 'visitor', hallId: 'hall', headers: {}, page, token };
  // the kiosk took its place anew: the walk goes with the new cookie
  personas = personas.filter(({ standing, hallId }) => standing !== 'kiosk' || hallId !== 'hall');
});
afterAll(async () => {
  for (const socket of open) socket.close();
  await hall.stop();
});

/** A socket that was let in, or the reason why not. */
function connect(namespace: string, auth: object, headers: Persona['headers']): Promise<Socket | string> {
  const socket = io(`${hall.server.url}${namespace}`, {
    ...{ auth, extraHeaders: { ...headers }, transports: ['websocket'] },
    ...{ forceNew: true, reconnection: false },
  });
  open.push(socket);
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', ({ message }) => resolve(message));
  });
}

const said = (reply: CommandReply): string =>
  !reply.ok && 'refusal' in reply && reply.refusal.code === 'not-allowed' ? 'not allowed' : 'allowed';

async function verdicts(socket: Socket, names: readonly string[]): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const name of names) {
    const message = { name, requestId: randomUUID(), body: {} };
    all[name] = said(commandReply.parse(await socket.timeout(5_000).emitWithAck('command', message)));
  }
  return all;
}

const pages = Object.keys(PAGES).filter((page): page is keyof typeof PAGES => Object.hasOwn(PAGES, page));

describe.each(pages)('the %s page’s socket', (page) => {
  it('lets in whom the matrix names', async () => {
    for (const persona of personas) {
      const auth = { ...persona.page, page };
      const asked = page === 'screen' ? { deviceId: 'hall-board', ...auth } : auth;
      const socket = await connect('/', asked, persona.headers);
      const allowed = PAGES[page].includes(persona.standing);
      expect([persona.standing, persona.hallId, typeof socket === 'string']).toEqual([
        persona.standing,
        persona.hallId,
        !allowed,
      ]);
    }
  });

  it('lets nobody in on another’s name', async () => {
    const auth = { page, deviceId: 'hall-board', token: 'hall.x.y' };
    expect(await connect('/', auth, {})).toMatch(/^not-(enrolled|signed-in)$/);
  });
});

it('a phone is let in by its own link alone', async () => {
  const [hallId, ticketId, mark = ''] = visitor.token.split('.');
  const forged = `${hallId}.${ticketId}.${[...mark].reverse().join('')}`;
  for (const token of [forged, `other.${ticketId}.${mark}`, `${hallId}.${ticketId}`, ''])
    expect(await connect('/', { page: 'follow', token }, {})).toBe('ticket-unknown');
  expect(typeof (await connect('/', visitor.page, {}))).toBe('object');
});

it('hands in each command for whom the matrix names, and none that is given inside', async () => {
  const names = [...INSIDE, ...Object.keys(COMMANDS)].filter((name) => name !== 'close-session');
  for (const persona of [...personas, visitor]) {
    const socket = await connect('/', persona.page, persona.headers);
    if (typeof socket === 'string') continue;
    const rightly = names.map((name) => [
      name,
      COMMANDS[name]?.includes(persona.standing) ? 'allowed' : 'not allowed',
    ]);
    expect([persona.standing, await verdicts(socket, names)]).toEqual([
      persona.standing,
      Object.fromEntries(rightly),
    ]);
  }
});

it('close-session is for staff alone, and ends the page’s socket', async () => {
  for (const { standing, page, headers } of [...personas, visitor]) {
    const socket = await connect('/', page, headers);
    if (typeof socket === 'string') continue;
    if ('deviceId' in page || standing === 'visitor')
      expect(await verdicts(socket, ['close-session'])).toEqual({ 'close-session': 'not allowed' });
    else {
      const ended = new Promise((resolve) => socket.once('disconnect', resolve));
      socket.emit('command', { name: 'close-session', requestId: randomUUID(), body: {} });
      expect(await ended).toBe('io server disconnect');
      expect(await connect('/', page, headers)).toBe('not-signed-in');
    }
  }
});

describe('the agents’ socket', () => {
  it('lets in an agent by its token, and no screen, no person, nobody', async () => {
    for (const persona of [...personas, visitor]) {
      const socket = await connect('/agent', { token: persona.token }, persona.headers);
      expect([persona.standing, typeof socket === 'string' ? socket : 'in']).toEqual([
        persona.standing,
        persona.standing === 'agent' ? 'in' : 'not-enrolled',
      ]);
    }
  });

  it.each([
    ['outcome', { jobId: 'none', outcome: 'printed' }, 'slip-job-unknown'],
    ['health', { kind: 'slip-printer', deviceId: 'other-board', state: 'ready' }, 'device-unknown'],
    ['health', { kind: 'slip-printer', deviceId: 'hall-board', state: 'ready' }, 'not-allowed'],
    ['health', { deviceId: 'hall-board', state: 'toasting' }, 'bad-input'],
    ['input', { kind: 'level', level: 9 }, 'bad-input'],
    [
      'input',
      {
        ...{ requestId: 'r-1', deviceId: 'hall-pad-1', kind: 'level', level: 5 },
        ...{ invitationId: 'none', pressedAt: '2026-03-02T01:00:00Z' },
      },
      'invitation-unknown',
    ],
  ])('%s of %j is answered, not believed: %s', async (event, message, code) => {
    const agent = personas.find(({ standing }) => standing === 'agent');
    const socket = await connect('/agent', { token: agent?.token }, {});
    if (typeof socket === 'string') throw new Error(socket);
    const reply = commandReply.parse(await socket.timeout(5_000).emitWithAck(event, message));
    expect(reply).toMatchObject({ ok: false, refusal: { code } });
  });
});
