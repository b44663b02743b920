import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleOf } from '../../../tools/jest/bundled-test.mjs';

/** What a thread runs, by its source: Node loads it by itself and knows no TypeScript, so it gets the bundle that was made for this run. */
export const threadProgram = (source: URL): URL => pathToFileURL(bundleOf(fileURLToPath(source)));
