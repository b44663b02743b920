import type { Actor } from '@guanhu/shared/access/access.terms';
import type { DiscardAnswer, DiscardBody } from '@guanhu/shared/intake/intake.contract';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { markDiscarded } from './import.store.ts';
import { LookAtImports } from './look-at-imports.ts';

/** Puts a preview aside: one that had nothing to write, or that was uploaded by mistake. */
@Injectable()
export class DiscardImport {
  readonly #imports: LookAtImports;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(imports: LookAtImports, vaults: Vaults, audit: Audit) {
    this.#imports = imports;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  async run(tx: Tx, actor: Actor, importId: Id, { version }: DiscardBody): Promise<DiscardAnswer> {
    await this.#imports.lockOpen(tx, actor, importId, version);
    await markDiscarded(tx, await this.#vaults.of(tx.countyId), importId);
    await this.#audit.deed(tx, { actor, act: 'intake:discarded', objectKind: 'import', objectId: importId, facts: {} });
    return { importId, state: 'discarded' };
  }
}
