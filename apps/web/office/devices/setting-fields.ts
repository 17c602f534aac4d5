import { z } from 'zod';
import { settingsOf } from '#libs/contracts/device-settings';

/** One thing that a hall may say of a model. */
export type SettingField = { name: string } & (
  { kind: 'number' } | { kind: 'text' } | { kind: 'choice'; options: string[] }
);

/** Read off the schema that stands at the server's door. */
export function settingFields(driver: string): SettingField[] {
  const schema = settingsOf(driver);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).map(([name, field]) => ({ name, ...kindOf(field) }));
}

function kindOf(
  field: unknown,
): { kind: 'number' } | { kind: 'text' } | { kind: 'choice'; options: string[] } {
  const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
  if (inner instanceof z.ZodEnum) return { kind: 'choice', options: inner.options.map(String) };
  return inner instanceof z.ZodNumber ? { kind: 'number' } : { kind: 'text' };
}

/** A setting as typed; empty: as the model has it. */
export function withSetting(
  settings: Readonly<Record<string, unknown>> | undefined,
  field: SettingField,
  typed: string,
): Record<string, unknown> | undefined {
  const { [field.name]: _before, ...others } = settings ?? {};
  const value = field.kind === 'number' ? Number(typed) : typed;
  const next = typed.trim() === '' ? others : { ...others, [field.name]: value };
  return Object.keys(next).length === 0 ? undefined : next;
}
