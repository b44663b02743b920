#!/usr/bin/env node
/**
 * Prisma's schema engine without a download.
 *
 * The Prisma CLI talks to a native `schema-engine` program, which it fetches from its maker's server. Many networks cannot reach that
 * server, and a build should need nothing but the package registry. The same engine is published to npm as WebAssembly, so this program
 * stands in for the native one: the same command line, the same JSON-RPC over standard input and output, the WebAssembly engine behind
 * it and `pg` for the connection. `tools/prisma.mjs` sets PRISMA_SCHEMA_ENGINE_BINARY to this file.
 *
 * Set SCHEMA_ENGINE_LOG to a file name to see every request and answer.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { canConnect, createDatabase, databaseName, dropDatabase } from './schema-engine/databases.mjs';
import { runDatabaseCommand } from './schema-engine/database-command.mjs';
import { loadEngine } from './schema-engine/engine.mjs';

/** JSON-RPC code that the CLI reads as "an error of the engine, see data". */
const ENGINE_ERROR = 4466;
/** `print` is the one message that we start; its ids stay clear of the CLI's. */
let nextPrintId = 100_000;

const args = process.argv.slice(2);
const valueOf = name => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const log = (...parts) => process.env.SCHEMA_ENGINE_LOG && appendFileSync(process.env.SCHEMA_ENGINE_LOG, `${parts.join(' ')}\n`);

if (args.includes('--version')) {
  console.log('schema-engine-cli (WebAssembly)');
  process.exit(0);
}

const datasource = readDatasource(valueOf('--datasource'));
const urls = {
  main: datasource.url ?? process.env.DATABASE_URL,
  shadow: datasource.shadowDatabaseUrl ?? process.env.SHADOW_DATABASE_URL,
};

if (args.includes('cli')) process.exit(await runDatabaseCommand(args.at(-1), urls.main, { canConnect, createDatabase, dropDatabase }));

const datamodels = args.flatMap((arg, i) => (arg === '--datamodels' ? [[args[i + 1], readFileSync(args[i + 1], 'utf8')]] : []));
let engine;
const getEngine = async () => (engine ??= await loadEngine(datamodels, urls, log));

/** What the WebAssembly engine lacks, because only a program with a connection of its own can do it. */
const ours = {
  async createDatabase() {
    await createDatabase(urls.main);
    return { databaseName: databaseName(urls.main) };
  },
  async getDatabaseVersion() {
    return (await getEngine()).version(null);
  },
};

const send = message => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

async function answer({ id, method, params }) {
  try {
    const result = await call(method, params);
    // The native engine prints a diff itself and returns only the exit code.
    if (method === 'diff' && result.stdout != null) send({ id: nextPrintId++, method: 'print', params: { content: result.stdout } });
    send({ id, result: result ?? {} });
    log('answered', method, JSON.stringify(result ?? {}));
  } catch (error) {
    log('failed', method, error?.stack ?? error);
    send({ id, error: { code: ENGINE_ERROR, message: 'An error happened. Check the data field for details.', data: describe(error) } });
  }
}

async function call(method, params) {
  if (method in ours) return ours[method](params);
  const loaded = await getEngine();
  if (typeof loaded[method] !== 'function') throw new Error(`The schema engine does not know "${method}".`);
  return loaded[method](params);
}

/** The engine reports an error as JSON inside the message of a JavaScript error. */
function describe(error) {
  const plain = { is_panic: false, message: error?.message ?? String(error), error_code: undefined, meta: null };
  try {
    const reported = JSON.parse(plain.message);
    return { ...plain, message: reported.message ?? plain.message, error_code: reported.error_code ?? reported.code };
  } catch {
    return { ...plain, error_code: typeof error?.code === 'string' ? error.code : undefined };
  }
}

/** The CLI passes the datasource as JSON, plain or in base64. */
function readDatasource(text) {
  if (!text) return {};
  return JSON.parse(text.trimStart().startsWith('{') ? text : Buffer.from(text, 'base64').toString());
}

// One request at a time, in order: the engine is not re-entrant.
let queue = Promise.resolve();
const requests = createInterface({ input: process.stdin, crlfDelay: Infinity });
requests.on('line', line => {
  const request = JSON.parse(line);
  if (!request.method) return; // the CLI's answer to our `print`
  log('asked', line);
  queue = queue.then(() => answer(request));
});
requests.on('close', () => queue.finally(() => process.exit(0)));
