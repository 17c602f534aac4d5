const MOST_NAMES = 500;
const LONGEST_TEXT = 4_000;

/**
 * A named statement is parsed and planned once a connection. Names are never given back, so texts that come in endless
 * variety (a row more, a row less) go without: the empty name is no name to node-postgres.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known) return known;
    if (names.size >= MOST_NAMES || sql.length > LONGEST_TEXT) return '';
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}
