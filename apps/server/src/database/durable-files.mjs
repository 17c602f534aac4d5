import fs from 'node:fs';
import path from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** Directories cannot be opened for fsync on Windows, where NTFS journals their entries itself. */
function syncPath(file) {
  let fd;
  try {
    fd = fs.openSync(file, 'r');
    fs.fsyncSync(fd);
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  } finally {
    if (fd !== undefined) fs.closeSync(fd);
  }
}

/** Makes a finished folder survive a power cut: every file, then the folders that name them. */
export function syncTree(dir) {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) syncTree(file);
    else if (entry.isFile()) syncPath(file);
  }
  syncPath(dir);
}

export function renameDurably(from, to) {
  fs.renameSync(from, to);
  syncPath(path.dirname(to));
}

/** PGlite's file system answers fsync with success and does nothing: here it reaches the disk, and is counted. */
export class DurableFiles extends NodeFS {
  constructor(dir, fsyncs) {
    super(dir);
    this.fsyncs = fsyncs;
  }

  async init(engine, options) {
    const made = await super.init(engine, options);
    made.emscriptenOpts.preRun.push((module) => this.hook(module.NODEFS));
    return made;
  }

  hook(nodefs) {
    if (!nodefs?.stream_ops || !nodefs.realPath || !nodefs.tryFSOperation) {
      throw new Error('the file layer of the embedded engine is not the one this program was made for');
    }
    nodefs.stream_ops.fsync = (stream) =>
      // a failed fsync must reach the engine as an error number, which makes it stop at once
      nodefs.tryFSOperation(() => {
        if (stream.nfd == null) syncPath(nodefs.realPath(stream.node));
        else fs.fsyncSync(stream.nfd);
        Atomics.add(this.fsyncs, 0, 1n);
        return 0;
      });
  }
}
