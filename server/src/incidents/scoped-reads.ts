import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults, type CountyVault } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { openPatientName } from '../registry/registry.public.ts';
import type { ScopedPage, ScopedRow } from './scoped-page.store.ts';

/** Under which permission somebody reads, and what the audit calls it. */
type Asked = { readonly permission: Extract<Permission, `${'admission' | 'missing' | 'look-back'}:read`>; readonly what: string };
type PageAsked = { readonly state?: string | undefined; readonly after?: string | undefined; readonly limit: number };

/** How a row of one kind is found and shown. */
type Kind<Row, Shown> = {
  readonly read: (reader: Reader, vault: CountyVault, page: ScopedPage) => Promise<readonly Row[]>;
  /** By when the page is ordered. */
  readonly at: (row: Row) => Date;
  readonly show: (row: Row, patient: { patientId: Id; patientName: string; villageName: string }) => Shown;
};

/** Reading what became of incidents: a page of the reader's own patients, or one of them; every read is noted. */
@Injectable()
export class ScopedReads {
  readonly #database: Database;
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, teams: Teams, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#teams = teams;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async page<Row extends ScopedRow, Shown>(
    actor: Actor,
    { permission, what }: Asked,
    { state, after, limit }: PageAsked,
    kind: Kind<Row, Shown>,
  ): Promise<{ rows: Shown[]; next: string | null }> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const rows = await kind.read(county, vault, {
      scope: this.#access.scope(actor, permission),
      state: state ?? null,
      after: readPageKey(after),
      limit: limit + 1,
      today: this.#clock.today(),
    });
    const { shown, last } = pageOf(rows, limit);
    await this.#audit.read(county, { actor, what, patientIds: [...new Set(shown.map(row => row.patientId))] });
    return {
      rows: shown.map(row => kind.show(row, patientOf(vault, row))),
      next: last ? pageKey({ at: kind.at(last), id: last.id }) : null,
    };
  }

  /** One row for whoever may read it, and the county it is read from. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async one<Row extends ScopedRow>(
    actor: Actor,
    { permission, what }: Asked,
    find: (reader: Reader, vault: CountyVault) => Promise<Row | undefined>,
  ): Promise<{ county: Reader; row: Row }> {
    const county = this.#database.county(actor.countyId);
    const row = await find(county, await this.#vaults.of(actor.countyId));
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(county, actor, permission, row.patientId);
    await this.#audit.read(county, { actor, what, patientIds: [row.patientId] });
    return { county, row };
  }
}

/** Whom a row is about, as every one of these answers says it. */
export const patientOf = (vault: CountyVault, { patientId, name_sealed, villageName }: ScopedRow) => ({
  patientId,
  patientName: openPatientName(vault, patientId, name_sealed),
  villageName,
});
