import { z } from 'zod';
import { ROLES } from '#libs/hall/actor';
import { grantRoles, registerMatters, registerPerson } from '#libs/hall/organisation';
import { sha256 } from '../ledger/chain.js';
import { organisationCommand } from '../ledger/command-row.js';

const id = z.string().min(1).max(64);
const text = z.string().min(1).max(200);

/** The organisation's rows of the table of commands: staff and matters. Given by the server's own set-up until the office edits them. */
export const peopleCommands = {
  'register-person': organisationCommand({
    permission: 'inside',
    schema: z.object({
      id,
      username: z.string().regex(/^[a-z0-9._-]{2,40}$/),
      passwordHash: z.string().startsWith('$argon2id$'),
      name: text,
      staffNumber: text,
      photoSeed: text,
    }),
    decide: registerPerson,
  }),
  'grant-roles': organisationCommand({
    permission: 'inside',
    schema: z.object({ personId: id, hallId: id, roles: z.array(z.enum(ROLES)).min(1) }),
    decide: grantRoles,
  }),
  'register-matters': organisationCommand({
    permission: 'inside',
    schema: z.object({
      matters: z.array(z.object({ id, code: text, name: text, nameEn: z.string() })).min(1),
    }),
    decide: (state, { matters }) =>
      registerMatters(state, { matters, documentHash: sha256(JSON.stringify(matters)) }),
  }),
};
