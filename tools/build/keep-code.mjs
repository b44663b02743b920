/** Keeps what V8 made of a program while it was evaluated: `node <the program's flags> tools/build/keep-code.mjs main | worker`. */
import { rmSync, writeFileSync } from 'node:fs';
import { loadProgram, programFiles } from '../../server/dist/load-program.js';

const [name] = process.argv.slice(2);
const { cache } = programFiles(name);
rmSync(cache, { force: true });
writeFileSync(cache, loadProgram(name).script.createCachedData());
// Nothing was started, and what some packages leave waiting is nobody's.
process.exit(0);
