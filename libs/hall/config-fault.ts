/** What there may be two of, or none, where there must be one. */
export type Doubled =
  | 'counter'
  | 'prefix'
  | 'id'
  | 'priority-group'
  | 'route'
  | 'appointments'
  | 'skills'
  | 'department'
  | 'special-day';
type Unknown = 'zone' | 'queue' | 'counter' | 'agent' | 'printer' | 'person';

/** What in a configuration contradicts itself, or the hall as it stands. Closed: a page has words for those that it can bring about. */
export type FaultCode =
  | `${Doubled}-twice`
  | `${Unknown}-unknown`
  | 'hours-overlap'
  | 'extended-overlap'
  | 'quota-overlap'
  | 'rotas-overlap'
  | 'queue-alone'
  | 'queue-in-use'
  | 'counter-in-use'
  | 'slip-no-number'
  | 'slip-no-reprint'
  | 'slip-field-unknown'
  | 'slip-line-long'
  | 'slip-line-empty';

/** As the refusal names it: the code, and the ids and times it is about. */
export type ConfigFault = Readonly<Record<string, string>> & { readonly fault: FaultCode };

export function firstFault<Thing>(
  things: readonly Thing[],
  faultOf: (thing: Thing) => ConfigFault | null,
): ConfigFault | null {
  for (const thing of things) {
    const fault = faultOf(thing);
    if (fault !== null) return fault;
  }
  return null;
}
