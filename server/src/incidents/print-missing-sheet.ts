import type { Actor } from '@guanhu/shared/access/access.terms';
import type { MissingPage } from '@guanhu/shared/incidents/missing.contract';
import { missingSheet } from '@guanhu/shared/incidents/missing.rules';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import { letterPage } from './missing-page.ts';
import { MissingPhoto } from './missing-photo.ts';
import { readMissingRow } from './missing.store.ts';
import { patientOf, ScopedReads } from './scoped-reads.ts';

/** The sheet for anybody else; name and photograph with the family's consent only. */
@Injectable()
export class PrintMissingSheet {
  readonly #reads: ScopedReads;
  readonly #photo: MissingPhoto;
  readonly #vaults: Vaults;

  constructor(reads: ScopedReads, photo: MissingPhoto, vaults: Vaults) {
    this.#reads = reads;
    this.#photo = photo;
    this.#vaults = vaults;
  }

  async run(actor: Actor, missingId: Id): Promise<MissingPage> {
    const asked = { permission: 'missing:read', what: 'missing-sheet' } as const;
    const { county, row } = await this.#reads.one(actor, asked, (reader, vault) => readMissingRow(reader, vault, missingId));
    const { villageName, patientName } = patientOf(await this.#vaults.of(actor.countyId), row);
    const { lastSeenAt, facts } = row;
    const sheet = missingSheet({ villageName, patientName, lastSeenAt, facts, on: dayOf(row.reportedAt) });
    return { html: letterPage(sheet, facts.sheetAgreed ? await this.#photo.of(county, row) : null) };
  }
}
