import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

/** Prisma's schema engine from its npm package, for machines that cannot fetch the native one. */
export async function startEngine(factory, datamodels, onPanic) {
  const bindings = await load(onPanic);
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  return bindings.SchemaEngine.new({ datamodels }, () => undefined, bound);
}

async function load(onPanic) {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: onPanic };
  const main = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const file = (name) => path.join(path.dirname(main), name);
  const bindings = await import(pathToFileURL(file('schema_engine_bg.js')).href);
  const wasm = fs.readFileSync(file('schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}
