import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

export type ProgramName = 'main' | 'worker';
/** A program that was put into one file: what it is started with. */
type Program = { readonly start: () => Promise<void> };
type Evaluate = (exports: object, require: NodeJS.Require, module: { exports: object }, file: string, directory: string) => void;

/** What makes one function of a program's code, as Node does it with modules of the old format. */
const [BEFORE, AFTER] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'] as const;

/** Where a program's code is, and what V8 made of it when it was built. */
export const programFiles = (name: ProgramName) => {
  const code = join(import.meta.dirname, `${name}.program.cjs`);
  return { code, cache: `${code}.cache` };
};

/**
 * Evaluates a program without starting it. What V8 made of the code when it was built is used where Node and its flags are still the same;
 * without that it is made anew, which takes longer and comes to the same.
 */
export function loadProgram(name: ProgramName): { readonly program: Program; readonly script: Script } {
  const { code, cache } = programFiles(name);
  // Nothing in it is beyond ASCII: V8 keeps one byte a character.
  const script = new Script(BEFORE + readFileSync(code, 'latin1') + AFTER, {
    filename: code,
    columnOffset: -BEFORE.length,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  });
  const module = { exports: {} };
  const evaluate = script.runInThisContext() as Evaluate;
  evaluate(module.exports, createRequire(code), module, code, dirname(code));
  return { program: module.exports as Program, script };
}
