import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { commandReply } from '#libs/contracts/socket';
import { commands } from './commands.js';
import type { CommandRow } from './ledger/command-row.js';

/** Describes every REST door at /api/openapi.json, from the schemas that the doors check. */
export function describeApi(app: NestFastifyApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Tingxu 厅序')
    .setDescription(
      'Queueing, calling and rating in a public service hall. Commands are idempotent by requestId.',
    )
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, about);
  delete document.paths['/api/halls/{hallId}/commands/{name}'];
  for (const [name, row] of Object.entries(commands))
    if (row.permission !== 'inside')
      document.paths[`/api/halls/{hallId}/commands/${name}`] = commandPath(document, name, row);
  app
    .getHttpAdapter()
    .get('/api/openapi.json', (_request: unknown, reply: { send(body: object): void }) =>
      reply.send(document),
    );
}

type Path = OpenAPIObject['paths'][string];

/** A named schema (`.meta({ id })`) stands once, in the document's components, and is referred to there. */
function content(document: OpenAPIObject, zod: z.ZodType): Record<string, { schema: object }> {
  const described = z.toJSONSchema(zod, { target: 'openapi-3.0', unrepresentable: 'any', io: 'input' });
  const { definitions, ...schema } = JSON.parse(
    JSON.stringify(described).replaceAll('#/definitions/', '#/components/schemas/'),
  );
  Object.assign(((document.components ??= {}).schemas ??= {}), definitions);
  return { 'application/json': { schema } };
}

/** One row of the command table as an address of its own. */
function commandPath(document: OpenAPIObject, name: string, { permission, schema: body }: CommandRow): Path {
  const asked = z.object({ requestId: z.string().min(8).max(64), body });
  const answered = (description: string) => ({ description, content: content(document, commandReply) });
  return {
    post: {
      operationId: name,
      summary: `Command ${name}`,
      description: `Permission: ${permission}.`,
      parameters: [{ name: 'hallId', in: 'path', required: true, schema: { type: 'string' } }],
      requestBody: { required: true, content: content(document, asked) },
      responses: {
        200: answered('Done; the same requestId gets the same answer'),
        400: answered('Not in this shape'),
        401: answered('Nobody is signed in'),
        403: answered('Not allowed, or another hall'),
        409: answered('A rule said no: a closed code'),
      },
    },
  };
}
