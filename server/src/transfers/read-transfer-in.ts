import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { IdType } from '@guanhu/shared/registry/id-document.rules';
import type { TransferInRead } from '@guanhu/shared/transfers/transfers.contract';
import type { TransferPackage } from '@guanhu/shared/transfers/transfers.terms';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { Files } from '../registry/registry.public.ts';
import { inView } from './transfer-view.ts';
import { readIn } from './transfer-in.store.ts';

/** One handover from another county with everything that came along, for whoever decides. */
@Injectable()
export class ReadTransferIn {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #people: People;
  readonly #files: Files;
  readonly #audit: Audit;

  constructor(database: Database, vaults: Vaults, access: Access, people: People, files: Files, audit: Audit) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#people = people;
    this.#files = files;
    this.#audit = audit;
  }

  async run(actor: Actor, transferId: Id): Promise<TransferInRead> {
    const county = this.#database.county(actor.countyId);
    const row = await readIn(county, await this.#vaults.of(actor.countyId), transferId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'move:decide', { countyId: actor.countyId, areaPath: row.path });
    const contacts = await this.#people.contacts(county, row.answeredBy === null ? [] : [row.answeredBy]);
    await this.#audit.read(county, { actor, what: 'transfer-package', patientIds: [row.fromPatientId] });
    return { ...inView(actor, row, contacts), carried: row.carried, knownHere: await this.#isKnown(county, row.carried) };
  }

  async #isKnown(county: Reader, carried: TransferPackage | null): Promise<boolean> {
    const { idType, idNumber } = carried?.values ?? {};
    if (typeof idType !== 'string' || typeof idNumber !== 'string') return false;
    return (await this.#files.holder(county, idType as IdType, idNumber)) !== undefined;
  }
}
