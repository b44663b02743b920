import { createHash } from 'node:crypto';

/** A number from 0 to 1 that is drawn by what it is about: the same in every demonstration, whatever was drawn before. */
export const chance = (...about: readonly (string | number)[]): number =>
  createHash('sha256').update(about.join('/')).digest().readUInt32BE(0) / 2 ** 32;
