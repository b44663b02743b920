import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgreementSection } from '@guanhu/shared/agreements/agreement-template';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.ts';

/** For so long a look into the directory holds. */
const LOOK_MS = 60_000;

/**
 * Recordings of what agreements say, for whoever cannot read well: `<data>/clips/<name>.mp3`, made by people, the same for every county.
 * A file is named by the digest of the very words it speaks, so that another text never has the wrong recording, only none.
 */
@Injectable()
export class Clips {
  readonly #folder: string;
  #seen: { readonly names: ReadonlySet<string>; readonly at: number } = { names: new Set(), at: -Infinity };

  constructor(config: Config) {
    this.#folder = join(config.dataDir, 'clips');
  }

  async has(section: AgreementSection): Promise<boolean> {
    const now = performance.now();
    if (now - this.#seen.at > LOOK_MS) this.#seen = { names: new Set(await readdir(this.#folder).catch(() => [])), at: now };
    return this.#seen.names.has(clipName(section));
  }

  /** The recording, or undefined without one. */
  read(section: AgreementSection): Promise<Buffer | undefined> {
    return readFile(join(this.#folder, clipName(section))).catch(() => undefined);
  }
}

/** The first sixteen hexadecimal digits of the SHA-256 of heading and paragraphs, one a line. */
export const clipName = ({ heading, paragraphs }: AgreementSection): string =>
  `${createHash('sha256')
    .update([heading, ...paragraphs].join('\n'))
    .digest('hex')
    .slice(0, 16)}.mp3`;
