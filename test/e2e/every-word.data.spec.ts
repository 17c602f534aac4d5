import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { REFUSAL_CODES } from '#libs/refusal';
import { Doors } from '../../apps/server/src/access/doors.js';
import { commands } from '../../apps/server/src/commands.js';
import { refusalsEn } from '../../apps/web/shared/words/refusals-en.js';
import { refusalsZh } from '../../apps/web/shared/words/refusals-zh.js';
import { TestHall } from '../support/test-hall.js';

let hall: TestHall;
beforeAll(async () => {
  hall = await TestHall.start();
});
afterAll(() => hall.stop());

const named = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

describe('every refusal is a sentence', () => {
  it('in both languages, and there are no others', () => {
    expect(Object.keys(refusalsZh).sort()).toEqual([...REFUSAL_CODES].sort());
    expect(Object.keys(refusalsEn).sort()).toEqual([...REFUSAL_CODES].sort());
  });

  it.each(REFUSAL_CODES)('%s', (code) => {
    const [zh, en] = [refusalsZh[code], refusalsEn[code]];
    expect(zh).toMatch(/[一-龥].*[。！？]$/);
    expect(zh).not.toMatch(/你/);
    expect(en).toMatch(/^[A-Z{].*[.!?]$/);
    expect(`${zh} ${en}`).not.toMatch(
      /server|socket|database|HTTP|JSON|null|undefined|token|服务器|数据库|接口/i,
    );
    const english = (name: string) => (name.endsWith('En') ? name.slice(0, -2) : name);
    expect(named(en).map(english)).toEqual(named(zh));
  });
});

const document = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.unknown()) })),
  ),
});

describe('the OpenAPI document', () => {
  const paths = async () => {
    const answer = await hall.nobody().rest('GET', '/api/openapi.json');
    return document.parse(await answer.json()).paths;
  };

  it('has an address for every command, with its shape, and none for what is given inside', async () => {
    const described = await paths();
    for (const [name, { permission }] of Object.entries(commands)) {
      const path = described[`/api/halls/{hallId}/commands/${name}`];
      expect([name, path !== undefined]).toEqual([name, permission !== 'inside']);
      if (!path) continue;
      expect(path['post']).toMatchObject({
        operationId: name,
        requestBody: { content: { 'application/json': { schema: { required: ['requestId', 'body'] } } } },
      });
      expect(Object.keys(path['post']?.responses ?? {})).toEqual(['200', '400', '401', '403', '409']);
    }
  });

  it('has every other REST door', async () => {
    const described = await paths();
    const doors = hall.server.app
      .get(Doors)
      .list()
      .filter(({ kind }) => kind === 'rest');
    for (const { name, permission } of doors.filter((door) => door.permission !== 'by-command')) {
      const [method = '', path = ''] = name.split(' ');
      const written = path.replace(/:(\w+)/g, '{$1}');
      expect([name, permission, Boolean(described[written]?.[method.toLowerCase()])]).toEqual([
        name,
        permission,
        true,
      ]);
    }
  });
});
