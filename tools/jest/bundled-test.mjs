/** A Jest transformer: what a test file runs is its bundle (`bundle.mjs`). */
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** Tells the workers, which are processes of their own, where the bundles of this run are. */
export const FOLDER = 'GUANHU_TEST_BUNDLES';

/** Under which name, without its extension, a bundle lies in the folder. */
export const bundleName = path => relative(root, path).replaceAll('/', '.');

/** Where the bundle of a test file, or of a thread's program, lies. */
export const bundleOf = path => join(process.env[FOLDER] ?? '', `${bundleName(path)}.mjs`);

const code = path => `import ${JSON.stringify(bundleOf(path))};`;

export default {
  process: (_source, path) => ({ code: code(path) }),
  getCacheKey: (_source, path) => createHash('sha256').update(code(path)).digest('hex'),
};
