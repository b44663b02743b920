import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';

/** For so long a look into the directory holds. */
const LOOK_MS = 60_000;

/**
 * Recordings of what screens say, for whoever cannot read well: `<data>/clips/<name>.mp3`, made by people, the same for every county.
 * A file is named by the digest of the very words it speaks, so that another text never has the wrong recording, only none.
 */
@Injectable()
export class Clips {
  readonly #folder: string;
  #seen: { readonly names: ReadonlySet<string>; readonly at: number } = { names: new Set(), at: -Infinity };

  constructor(config: Config) {
    this.#folder = join(config.dataDir, 'clips');
  }

  /** @param words  sentences and paragraphs in their order */
  async has(words: readonly string[]): Promise<boolean> {
    const now = performance.now();
    if (now - this.#seen.at > LOOK_MS) this.#seen = { names: new Set(await readdir(this.#folder).catch(() => [])), at: now };
    return this.#seen.names.has(clipName(words));
  }

  /** The recording, or undefined without one. */
  read(words: readonly string[]): Promise<Buffer | undefined> {
    return readFile(join(this.#folder, clipName(words))).catch(() => undefined);
  }
}

/** The first sixteen hexadecimal digits of the SHA-256 of the words, each sentence or paragraph on a line of its own. */
export const clipName = (words: readonly string[]): string =>
  `${createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16)}.mp3`;
