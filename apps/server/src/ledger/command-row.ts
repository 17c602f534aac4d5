import type { z } from 'zod';
import type { Asking, Attachment } from '#libs/hall/decision';
import type { HallFact } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { OrganisationFact, OrganisationState } from '#libs/hall/organisation';
import type { Permission } from '../access/permissions.js';

interface Decided<Fact> {
  facts: Fact[];
  answer: object;
  attachment?: Attachment;
}

/**
 * One row of the table of commands: its shape, who may give it, and the rule that decides. `inside`: given by the
 * server itself after it checked a password, a code or the time; no door hands it in.
 */
interface Row<State, Fact> {
  permission: Permission | 'inside';
  schema: z.ZodType;
  /** Of a body with a `visitor` or with `texts`: what the rule gets, after the door has sealed them. */
  sealed?: z.ZodType;
  /** The fields that hold a visitor's words, a note about him or his hand. */
  texts?: readonly string[];
  decide(state: State, body: unknown, asking: Asking): Decided<Fact>;
}
export type HallRow = Row<HallState, HallFact> & { scope: 'hall' };
export type OrganisationRow = Row<OrganisationState, OrganisationFact> & { scope: 'organisation' };
export type CommandRow = HallRow | OrganisationRow;

interface Spec<Body, State, Fact> {
  permission: Permission | 'inside';
  schema: z.ZodType<Body>;
  decide(state: State, body: Body, asking: Asking): Decided<Fact>;
}

/** A row of the hall's table: the body reaches the rule only in the shape of its schema. */
export const hallCommand = <Body>(spec: Spec<Body, HallState, HallFact>): HallRow => ({
  scope: 'hall',
  permission: spec.permission,
  schema: spec.schema,
  decide: (state, body, asking) => spec.decide(state, spec.schema.parse(body), asking),
});

/** A row whose body may say who a visitor is, or hold his words: `sealed` is its shape once that has been sealed at the door. */
export const personalCommand = <Body>({
  sealed,
  texts = [],
  ...spec
}: Omit<Spec<Body, HallState, HallFact>, 'schema'> & {
  schema: z.ZodType<object>;
  sealed: z.ZodType<Body>;
  texts?: readonly string[];
}): HallRow => ({
  ...{ scope: 'hall', permission: spec.permission, schema: spec.schema, sealed, texts },
  decide: (state, body, asking) => spec.decide(state, sealed.parse(body), asking),
});

export const organisationCommand = <Body>(
  spec: Spec<Body, OrganisationState, OrganisationFact>,
): OrganisationRow => ({
  scope: 'organisation',
  permission: spec.permission,
  schema: spec.schema,
  decide: (state, body, asking) => spec.decide(state, spec.schema.parse(body), asking),
});
