/** Loads the WebAssembly build of Prisma's schema engine and binds it to PostgreSQL. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { adapterFactory } from './adapter.mjs';

const require = createRequire(import.meta.url);
// Not a dependency of ours: it has to be the very copy that adapter-pg uses.
const { bindMigrationAwareSqlAdapterFactory } = createRequire(require.resolve('@prisma/adapter-pg'))('@prisma/driver-adapter-utils');

async function instantiate(log) {
  const script = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = await import(script);
  const { instance } = await WebAssembly.instantiate(readFileSync(join(dirname(script), 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': glue,
  });
  // The engine looks this name up when it panics.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: message => log('panic', message) };
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

/**
 * @param {[name: string, text: string][]} datamodels the schema files that the CLI named on the command line
 * @param {{ main?: string, shadow?: string }} urls the database, and one to replay migrations in
 * @param {(...parts: unknown[]) => void} log
 */
export async function loadEngine(datamodels, urls, log) {
  const { SchemaEngine } = await instantiate(log);
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
  return SchemaEngine.new(options, line => log('engine', line), bindMigrationAwareSqlAdapterFactory(adapterFactory(urls)));
}
