import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { isId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';
import { Vaults } from '../crypto/vault.ts';
import { newId } from '../ids.ts';

const placeOf = (id: Id) => ({ table: 'file', row: id, column: 'content' });

/**
 * Photographs and scans, sealed under the county's key with their id as associated data, each in a file of its own below the data
 * directory. A file's name is its id: the directory tells nothing. Rows about files stand in the rooms' tables; nothing is served from here.
 */
@Injectable()
export class Files {
  readonly #root: string;
  readonly #vaults: Vaults;

  constructor(config: Config, vaults: Vaults) {
    this.#root = join(config.dataDir, 'files');
    this.#vaults = vaults;
  }

  /**
   * Writes the bytes and waits until the disk has them. Written before the row that names it commits: a row never names a file that is not
   * there; a file that no row names is swept away later.
   */
  async write(countyId: CountyId, id: Id, bytes: Uint8Array): Promise<void> {
    const sealed = (await this.#vaults.of(countyId)).seal(placeOf(id), bytes);
    const path = this.#path(countyId, id);
    const beside = `${path}.${newId()}`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(sealed);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  }

  /** The bytes; `undefined` without such a file. @throws when it was altered or is another's. */
  async read(countyId: CountyId, id: Id): Promise<Buffer | undefined> {
    const sealed = await readFile(this.#path(countyId, id)).catch(ifMissing);
    return sealed && (await this.#vaults.of(countyId)).openBytes(placeOf(id), sealed);
  }

  /** Safe to repeat. */
  async erase(countyId: CountyId, id: Id): Promise<void> {
    await rm(this.#path(countyId, id), { force: true });
  }

  /** Ids of files older than `before`, and what a crash left beside them is erased: for whoever knows which ids still have a row. */
  async olderThan(countyId: CountyId, before: Date): Promise<Id[]> {
    const folder = join(this.#root, String(countyId));
    const names = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(ifMissing)) ?? [];
    const found: Id[] = [];
    for (const entry of names) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      if ((await stat(path)).mtime >= before) continue;
      if (isId(entry.name)) found.push(entry.name);
      else await rm(path, { force: true });
    }
    return found;
  }

  /** Two characters of the id's random end spread the files over folders. */
  #path(countyId: CountyId, id: Id): string {
    if (!isId(id)) throw new RangeError('not an id');
    return join(this.#root, String(countyId), id.slice(-2), id);
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
