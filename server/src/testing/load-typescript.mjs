/** Lets Node load the sources of the server and of `shared` as Jest does. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const SHARED = '@guanhu/shared/';
const sources = new URL('../../../shared/src/', import.meta.url);

export const resolve = (specifier, context, next) =>
  specifier.startsWith(SHARED)
    ? { url: new URL(`${specifier.slice(SHARED.length)}.ts`, sources).href, shortCircuit: true }
    : next(specifier, context);

export function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), {
    jsc: { parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true }, target: 'es2022' },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
