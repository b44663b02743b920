import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import type { PageKey } from '../platform/http/page-key.ts';
import { readDeedsOf, type PastDeed } from './file-history.store.ts';

type Values = Readonly<Record<string, unknown>>;
/** A deed with what it changed: old and new values by field, empty when nothing was kept or the law has erased it. */
export type Told = Omit<PastDeed, 'changes'> & { readonly changes: readonly { readonly before: Values; readonly after: Values }[] };

/** What was done to patients' files, for those who may know it. Permission has been asked by whoever calls. */
@Injectable()
export class FileHistory {
  readonly #vaults: Vaults;

  constructor(vaults: Vaults) {
    this.#vaults = vaults;
  }

  /** Deeds about these patients, newest first, after `after`. */
  async of(reader: Reader, patientIds: readonly Id[], after: PageKey | null, limit: number): Promise<Told[]> {
    const vault = await this.#vaults.of(reader.countyId);
    const deeds = await readDeedsOf(reader, patientIds, after, limit);
    return deeds.map(deed => ({
      ...deed,
      changes: deed.changes.map(({ id, sealed }) => {
        const place = { table: 'change_history', row: id, column: 'change_sealed' };
        return JSON.parse(vault.open(place, Buffer.from(sealed, 'hex'))) as { before: Values; after: Values };
      }),
    }));
  }
}
