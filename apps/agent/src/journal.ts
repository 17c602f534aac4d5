import fs from 'node:fs/promises';
import path from 'node:path';

/** An append-only file of JSON lines: what `append` has resolved for survives a crash and a power cut. */
export class Journal<Entry> {
  #writing: Promise<void> = Promise.resolve();
  /** A write that failed may have left half a line: the next one begins on a line of its own. */
  #torn = false;

  private constructor(
    private readonly file: string,
    private handle: fs.FileHandle,
  ) {}

  /** Reads what is there; a half line at the end (a crash while writing) was never acknowledged and is cut off. */
  static async open<Entry>(
    file: string,
    parse: (value: unknown) => Entry | null,
  ): Promise<{ journal: Journal<Entry>; entries: Entry[] }> {
    const handle = await fs.open(file, fileFlags, 0o600);
    const content = await handle.readFile();
    const whole = content.lastIndexOf(0x0a) + 1;
    if (whole < content.length) await handle.truncate(whole);
    await handle.sync();
    await syncFolder(path.dirname(file));
    const lines = content.subarray(0, whole).toString('utf8').split('\n');
    const entries = lines.flatMap((line) => {
      const entry = parse(parsed(line));
      return entry === null ? [] : [entry];
    });
    return { journal: new Journal<Entry>(file, handle), entries };
  }

  append(entry: Entry): Promise<void> {
    return this.#inTurn(async () => {
      const line = `${this.#torn ? '\n' : ''}${JSON.stringify(entry)}\n`;
      this.#torn = true;
      await this.handle.appendFile(line);
      await this.handle.datasync();
      this.#torn = false;
    });
  }

  /** Puts these in place of everything: whole or not at all. */
  rewrite(entries: readonly Entry[]): Promise<void> {
    return this.#inTurn(async () => {
      const next = `${this.file}.next`;
      const handle = await fs.open(next, 'w', 0o600);
      await handle.writeFile(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      await handle.sync();
      await handle.close();
      await fs.rename(next, this.file);
      await syncFolder(path.dirname(this.file));
      await this.handle.close();
      this.handle = await fs.open(this.file, fileFlags, 0o600);
      this.#torn = false;
    });
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.handle.close());
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    const done = this.#writing.then(act);
    this.#writing = done.catch(() => {});
    return done;
  }
}

const fileFlags = 'a+';

/** A new name is only safe once its folder is. Windows cannot sync a folder and does not need to. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  await handle.sync();
  await handle.close();
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
