import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { BadRequestException, StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import type { AddressInfo } from 'node:net';
import { PublicAddress } from './access/public-address.js';
import { serverKey } from './access/secrets.js';
import { shapeFault } from './access/shape-fault.js';
import { Doors } from './access/doors.js';
import { Clock } from './clock.js';
import type { Settings } from './config.js';
import { migrate } from './database/migrate.js';
import { openDatabase, type Database } from './database/open-database.js';
import { createPrisma } from './database/prisma-client.js';
import { DueJobs } from './due.js';
import { AgentsGateway } from './fleet/agents.gateway.js';
import { DayHeads } from './ledger/day-heads.js';
import { Ledger } from './ledger/ledger.js';
import { describeApi } from './openapi.js';
import { servePages } from './pages.js';
import { Pictures } from './screens/pictures.js';
import { ServerModule } from './server.module.js';
import { SocketAdapter } from './socket.adapter.js';
import { Directory } from './state/directory.js';
import { Paces } from './state/paces.js';

export interface RunningServer {
  /** Where it listens. */
  url: string;
  app: NestFastifyApplication;
  clock: Clock;
  database: Database;
  close(): Promise<void>;
}

/** Opens and migrates the database, starts the doors, and takes up what was due. */
export async function startServer(settings: Settings, clock = new Clock()): Promise<RunningServer> {
  const { dataDir, databaseUrl, publicUrl } = settings;
  const onFatal = (cause: Error) => {
    console.error(`the embedded database has ended: ${cause.message}`);
    process.exit(70);
  };
  const database = await openDatabase({ url: databaseUrl, dataDir, onFatal });
  try {
    await migrate(database);
    const prisma = createPrisma(database);
    const key = serverKey(dataDir);
    const app = await NestFactory.create<NestFastifyApplication>(
      ServerModule.on({ prisma, pool: database.pool, clock, key, publicUrl, dataDir }),
      new FastifyAdapter({ trustProxy: true, bodyLimit: 256 * 1024 }),
      { logger: ['warn', 'error', 'fatal'], abortOnError: false },
    );
    await furnish(app, settings);
    await app.init();
    await makeReady(app);
    // Nest's own listen would log a port in use with a stack beside the one line that main prints
    await app.getHttpAdapter().getInstance().listen({ port: settings.port, host: settings.host });
    const url = urlOf(app, settings.host);
    app.get(PublicAddress).listensAt(url);
    await takeUp(app);
    return { url, app, clock, database, close: () => close(app, database) };
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

async function furnish(app: NestFastifyApplication, settings: Settings): Promise<void> {
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, { contentSecurityPolicy: { directives: CONTENT }, hsts: false });
  app.useWebSocketAdapter(new SocketAdapter(app));
  const exceptionFactory = (issues: Parameters<typeof shapeFault>[0]) =>
    new BadRequestException(shapeFault(issues));
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory }));
  describeApi(app);
  await servePages(app, settings.voiceDir);
}

/** Pages load nothing from elsewhere, and halls often run without TLS inside their own network. */
const CONTENT = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'", 'ws:', 'wss:'],
  upgradeInsecureRequests: null,
};

/** Before anybody can knock: a page that came back while no roles were known would be sent away as a stranger. */
async function makeReady(app: NestFastifyApplication): Promise<void> {
  app.get(Doors).list();
  await app.get(Directory).load();
  await app.get(Paces).load();
  for (const { id } of await app.get(Ledger).halls()) await app.get(DayHeads).write(id);
}

async function takeUp(app: NestFastifyApplication): Promise<void> {
  await app.get(DueJobs).start();
  await app.get(AgentsGateway).expectAgents();
}

async function close(app: NestFastifyApplication, database: Database): Promise<void> {
  app.get(DueJobs).stop();
  app.get(AgentsGateway).stop();
  app.get(Pictures).stop();
  await app.close();
  await app.get(Ledger).settled();
  await database.close();
}

function urlOf(app: NestFastifyApplication, host: string): string {
  const address: AddressInfo | string | null = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}
