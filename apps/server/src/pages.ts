import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, from the source as from dist. */
function projectDir(): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dir, 'package.json'))) dir = dirname(dir);
  return dir;
}

const A_YEAR_MS = 365 * 24 * 3_600_000;

/** Serves the built pages: files with a hash in their name for ever, pages always fresh; a slip's link is the visitor's page. */
export async function servePages(app: NestFastifyApplication, voiceDir: string | undefined): Promise<void> {
  const root = join(projectDir(), 'dist', 'web');
  if (!existsSync(root)) return; // a server for devices and tests alone
  await app.register(fastifyStatic, {
    root,
    decorateReply: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const lasting = path.includes('/assets/') || path.includes('\\assets\\');
      void reply.header(
        'cache-control',
        lasting ? `public, max-age=${A_YEAR_MS / 1000}, immutable` : 'no-cache',
      );
    },
  });
  if (voiceDir)
    await app.register(fastifyStatic, { root: voiceDir, prefix: '/voice/own/', decorateReply: false });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/', (_request, reply) => reply.sendFile('home/index.html'));
  fastify.get('/t/:token', (_request, reply) => reply.sendFile('rate/index.html'));
}
