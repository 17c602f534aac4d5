import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });

/** A disk in a file. What stands in the file is what reached the disk; the rest is in the memory that a power cut empties. */
export class DiskImage {
  constructor(dir, name) {
    this.dir = dir;
    this.file = path.join(dir, `${name}.img`);
    this.root = path.join(dir, name);
    fs.mkdirSync(this.root);
  }

  format() {
    fs.closeSync(fs.openSync(this.file, 'w'));
    fs.truncateSync(this.file, 768 * 1024 * 1024);
    run('mkfs.ext4', '-q', '-E', 'lazy_itable_init=0', this.file);
    return this;
  }

  /** commit=600: the file system shall not save by itself what nobody asked it to save. */
  mount() {
    run('mount', '-o', 'loop,commit=600', this.file, this.root);
    return this;
  }

  unmount() {
    run('umount', this.root);
  }

  /** The disk as a power cut would leave it now. */
  cut(name) {
    const copy = new DiskImage(this.dir, name);
    run('cp', '--sparse=always', this.file, copy.file);
    return copy;
  }

  remove() {
    fs.rmSync(this.file, { force: true });
    fs.rmdirSync(this.root);
  }
}

/** Why this machine cannot mount disk images; nothing when it can. */
export function whyNot(dir) {
  if (process.platform !== 'linux') return `loop mounts are a thing of Linux, this is ${process.platform}`;
  try {
    const image = new DiskImage(dir, 'trial').format().mount();
    image.unmount();
    image.remove();
    return undefined;
  } catch (error) {
    return `a loop mount of an ext4 image failed: ${String(error.stderr ?? error.message).trim() || error.message}`;
  }
}
