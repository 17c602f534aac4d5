/** The database cannot be opened for a reason that the person at the machine can put right: one plain sentence. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}
