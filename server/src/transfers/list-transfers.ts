import type { Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { TransfersInPage, TransfersOutPage } from '@guanhu/shared/transfers/transfers.contract';
import type { InState, OutState } from '@guanhu/shared/transfers/transfers.terms';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { openPatientName } from '../registry/registry.public.ts';
import { inView } from './transfer-view.ts';
import { readIns } from './transfer-in.store.ts';
import { readOuts } from './transfer-out.store.ts';

type Page<State> = { readonly state?: State | undefined; readonly after?: Id | undefined; readonly limit: number };

/** Handovers to and from other counties, as the reader's own county knows them. */
@Injectable()
export class ListTransfers {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #people: People;
  readonly #audit: Audit;

  constructor(database: Database, vaults: Vaults, access: Access, people: People, audit: Audit) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#people = people;
    this.#audit = audit;
  }

  async out(
    actor: Actor,
    { state, patientId, after, limit }: Page<OutState> & { readonly patientId?: Id | undefined },
  ): Promise<TransfersOutPage> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const { areas } = this.#access.scope(actor, 'patient:move');
    const asked = { areas, state: state ?? null, patientId: patientId ?? null, after: after ?? null, limit: limit + 1 };
    const { shown, last } = pageOf(await readOuts(county, vault, asked), limit);
    const contacts = await this.#people.contacts(
      county,
      shown.map(row => row.proposedBy),
    );
    await this.#audit.read(county, { actor, what: 'transfers', patientIds: [...new Set(shown.map(row => row.patientId))] });
    return {
      rows: shown.map(row => ({
        transferId: row.id,
        patientId: row.patientId,
        patientName: openPatientName(vault, row.patientId, row.name_sealed),
        toPlace: row.toPlace,
        state: row.state,
        version: row.version,
        reason: row.reason,
        answer: row.answer,
        proposedBy: contacts.get(row.proposedBy)?.name ?? '',
        proposedAt: row.proposedAt.toISOString(),
        endedAt: row.endedAt?.toISOString() ?? null,
        mayWithdraw: row.state === 'proposed' && may(actor, 'patient:move', { countyId: actor.countyId, areaPath: row.path }),
      })),
      next: last?.id ?? null,
    };
  }

  async in(actor: Actor, { state, after, limit }: Page<InState>): Promise<TransfersInPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'move:decide');
    const asked = { areas, state: state ?? null, after: after ?? null, limit: limit + 1 };
    const { shown, last } = pageOf(await readIns(county, await this.#vaults.of(actor.countyId), asked), limit);
    const contacts = await this.#people.contacts(
      county,
      shown.flatMap(row => (row.answeredBy === null ? [] : [row.answeredBy])),
    );
    await this.#audit.read(county, { actor, what: 'transfers', patientIds: [...new Set(shown.map(row => row.fromPatientId))] });
    return { rows: shown.map(row => inView(actor, row, contacts)), next: last?.id ?? null };
  }
}
