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

const A_YEAR_SECONDS = 365 * 24 * 3_600;

/** Serves the built pages: files with a hash in their name for ever, pages always fresh; the links of slips and bookings are the visitor's pages. */
export async function servePages(app: NestFastifyApplication, voiceDir: string | undefined): Promise<void> {
  const root = join(projectDir(), 'dist', 'web');
  if (!existsSync(root)) return; // a server for devices and tests alone
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root,
    redirect: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const lasting = /[\\/]assets[\\/]/.test(path);
      void reply.header(
        'cache-control',
        lasting ? `public, max-age=${A_YEAR_SECONDS}, immutable` : 'no-cache',
      );
    },
  });
  // the hall's own recordings stand before the built-in clips
  if (voiceDir)
    await app.register(fastifyStatic, {
      root: [voiceDir, join(root, 'voice')],
      prefix: '/voice/',
      decorateReply: false,
    });
  fastify.get('/', (_request, reply) => reply.sendFile('home/index.html'));
  fastify.get('/t/:token', (_request, reply) => reply.sendFile('rate/index.html'));
  fastify.get('/b/:token', (_request, reply) => reply.sendFile('booking/index.html'));
}
