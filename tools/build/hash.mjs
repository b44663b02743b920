/** A fingerprint of everything that a build step reads. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Made by builds, or of no influence on them. */
const SKIPPED = /^(node_modules|dist|generated|\.tmp|\.swc|\.vite)$|\.(test\.tsx?|tsbuildinfo|md)$/;

/**
 * @param {string} root
 * @param {{ inputs: string[], variables?: string[], commands: string[][] }} step `inputs`: files and folders that exist or not
 * @returns {string} hexadecimal
 */
export function hashOf(root, { inputs, variables = [], commands }) {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([commands.map(command => command.slice(1)), variables.map(name => process.env[name] ?? null)]));
  for (const input of inputs) addPath(hash, root, input);
  return hash.digest('hex');
}

function addPath(hash, root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    const names = readdirSync(full).filter(name => !SKIPPED.test(name));
    for (const name of names.sort()) addPath(hash, root, `${path}/${name}`);
  } else {
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
  }
}
