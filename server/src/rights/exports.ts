import type { Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AskExportBody, DecideExportBody, ExportShown, ExportsPage } from '@guanhu/shared/rights/exports.contract';
import { exportNumber, exportState, mayDecideExport, mayDownload } from '@guanhu/shared/rights/exports.rules';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies } from '../policy/policy.public.ts';
import { insertExport, lockExport, readExports, storeDecision, type ExportRow } from './export.store.ts';

/** Taking data out of the system: one person asks and says what for, another approves, for a short time. */
@Injectable()
export class Exports {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #people: People;
  readonly #places: Places;
  readonly #policies: Policies;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    vaults: Vaults,
    access: Access,
    people: People,
    places: Places,
    policies: Policies,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#people = people;
    this.#places = places;
    this.#policies = policies;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async ask(tx: Tx, actor: Actor, { exportId, content, townshipId, reason }: AskExportBody): Promise<ExportShown> {
    const areaPath = await this.#places.pathOf(tx, townshipId);
    const area = (await this.#places.areas(tx)).rows.find(each => each.areaId === townshipId);
    if (area?.kind !== 'township') throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'export:ask', { countyId: tx.countyId, areaPath });
    const asked = { id: exportId, content, townshipId, reason, askedBy: actor.personId, askedAt: this.#clock.now() };
    if (!(await insertExport(tx, await this.#vaults.of(tx.countyId), asked))) throw new Refusal('INPUT_INVALID', ['body.exportId']);
    await this.#deed(tx, actor, 'rights:export-asked', exportId, { content, townshipId });
    return this.#one(tx, actor, exportId);
  }

  async list(actor: Actor, query: { after?: Id | undefined; limit: number }): Promise<ExportsPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'export:read');
    const page = { areas, before: query.after ?? null, limit: query.limit + 1 };
    const { shown, last } = pageOf(await readExports(county, await this.#vaults.of(actor.countyId), page), query.limit);
    return { rows: await this.#shown(county, actor, shown), next: last?.id ?? null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, EXPORT_OWN_REQUEST, EXPORT_NOT_OPEN, STALE */
  async decide(tx: Tx, actor: Actor, exportId: Id, { approve, note, version }: DecideExportBody): Promise<ExportShown> {
    const row = await this.locked(tx, exportId);
    this.#access.require(actor, 'export:decide', tiesOf(tx.countyId, row));
    unwrap(mayDecideExport(actor, row));
    const now = this.#clock.now();
    const { exportHours } = await this.#policies.inForce(tx, 'rights', this.#clock.today(), 'county');
    const decided = await storeDecision(tx, await this.#vaults.of(tx.countyId), {
      id: exportId,
      version,
      state: approve ? 'approved' : 'refused',
      by: actor.personId,
      at: now,
      note: note ?? null,
      expiresAt: approve ? new Date(now.getTime() + exportHours * 3_600_000) : null,
    });
    if (!decided) throw new Refusal('STALE');
    await this.#deed(tx, actor, approve ? 'rights:export-approved' : 'rights:export-refused', exportId, { content: row.content });
    return this.#one(tx, actor, exportId);
  }

  /** For a decision or a download. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async locked(tx: Tx, exportId: Id): Promise<ExportRow> {
    const row = await lockExport(tx, await this.#vaults.of(tx.countyId), exportId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return row;
  }

  async #one(tx: Tx, actor: Actor, exportId: Id): Promise<ExportShown> {
    const [shown] = await this.#shown(tx, actor, [await this.locked(tx, exportId)]);
    if (!shown) throw new Error('an export that is not shown');
    return shown;
  }

  async #shown(reader: Reader, actor: Actor, rows: readonly ExportRow[]): Promise<ExportShown[]> {
    const people = await this.#people.contacts(
      reader,
      rows.flatMap(row => [row.askedBy, ...(row.decided ? [row.decided.by] : [])]),
    );
    const areas = (await this.#places.areas(reader)).rows;
    const now = this.#clock.now();
    const name = (id: Id) => people.get(id)?.name ?? '';
    return rows.map(row => ({
      exportId: row.id,
      number: exportNumber(row.id),
      content: row.content,
      townshipId: row.townshipId,
      townshipName: areas.find(area => area.areaId === row.townshipId)?.name ?? '',
      reason: row.reason,
      state: exportState(row, now),
      askedBy: name(row.askedBy),
      askedAt: row.askedAt.toISOString(),
      decided: row.decided && { by: name(row.decided.by), at: row.decided.at.toISOString(), note: row.decided.note },
      expiresAt: row.expiresAt?.toISOString() ?? null,
      downloads: row.downloads,
      mayDecide: may(actor, 'export:decide', tiesOf(reader.countyId, row)) && mayDecideExport(actor, row).granted,
      mayDownload: mayDownload(actor, row, now).granted,
      version: row.version,
    }));
  }

  #deed(tx: Tx, actor: Actor, act: string, exportId: Id, facts: Record<string, string>): Promise<void> {
    return this.#audit.deed(tx, { actor, act, objectKind: 'data-export', objectId: exportId, facts });
  }
}

const tiesOf = (countyId: number, { areaPath }: ExportRow) => ({ countyId, areaPath });
