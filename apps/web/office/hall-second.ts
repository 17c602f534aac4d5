const formatters = new Map<string, Intl.DateTimeFormat>();

/** `09:05:12` on the hall's wall: steps of one ticket follow each other within seconds. */
export function hallSecond(at: string, timeZone: string): string {
  const formatter =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone });
  formatters.set(timeZone, formatter);
  return formatter.format(new Date(at));
}
