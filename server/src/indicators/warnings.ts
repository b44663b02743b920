import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { WarningAnswer, WarningsPage } from '@guanhu/shared/indicators/warnings.contract';
import { decideWarning, warningWords } from '@guanhu/shared/indicators/warnings.rules';
import type { WarningState } from '@guanhu/shared/indicators/warnings.terms';
import { dayOf, daysBetween } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults, type CountyVault } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { openPatientName } from '../registry/registry.public.ts';
import * as store from './warning.store.ts';

/** Early warnings: somebody looks, and says what was done. */
@Injectable()
export class Warnings {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, vaults: Vaults, access: Access, teams: Teams, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#teams = teams;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, asked: { state?: WarningState | undefined; after?: string | undefined; limit: number }): Promise<WarningsPage> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const rows = await store.readWarnings(county, {
      scope: this.#access.scope(actor, 'warning:read'),
      persons: standsFor(actor),
      state: asked.state ?? null,
      today: this.#clock.today(),
      after: readPageKey(asked.after),
      limit: asked.limit + 1,
    });
    const { shown, last } = pageOf(rows, asked.limit);
    await this.#audit.read(county, { actor, what: 'warning-list', patientIds: [...new Set(shown.map(row => row.patientId))] });
    return {
      rows: shown.map(row => this.#shown(vault, row)),
      next: last ? pageKey({ at: last.raisedAt, id: last.id }) : null,
    };
  }

  /** @throws Refusal STALE when somebody else was first */
  async acknowledge(tx: Tx, actor: Actor, id: Id, { version }: { version: number }): Promise<WarningAnswer> {
    const found = await this.#find(tx, actor, id);
    unwrap(decideWarning(found.state, 'acknowledged'));
    if (!(await store.acknowledge(tx, { id, version, by: actor.personId, now: this.#clock.now() }))) throw new Refusal('STALE');
    return this.#done(tx, actor, found, 'indicators:warning-acknowledged');
  }

  /** @throws Refusal STALE when somebody else was first */
  async close(tx: Tx, actor: Actor, id: Id, { version, note }: { version: number; note: string }): Promise<WarningAnswer> {
    const found = await this.#find(tx, actor, id);
    unwrap(decideWarning(found.state, 'closed'));
    const vault = await this.#vaults.of(tx.countyId);
    const closed = await store.close(tx, vault, { id, version, note, by: actor.personId, now: this.#clock.now() });
    if (!closed) throw new Refusal('STALE');
    return this.#done(tx, actor, found, 'indicators:warning-closed');
  }

  async #find(tx: Tx, actor: Actor, id: Id): Promise<store.WarningRow> {
    const found = await store.readWarning(tx, id);
    if (!found) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(tx, actor, 'warning:answer', found.patientId);
    return found;
  }

  async #done(tx: Tx, actor: Actor, { id, patientId, kind }: store.WarningRow, act: string): Promise<WarningAnswer> {
    await this.#audit.deed(tx, { actor, act, objectKind: 'early-warning', objectId: id, patientId, facts: { kind } });
    const row = await store.readWarning(tx, id);
    if (!row) throw new Error('a warning that vanished');
    return this.#shown(await this.#vaults.of(tx.countyId), row);
  }

  #shown(vault: CountyVault, row: store.WarningRow): WarningAnswer {
    // Days overdue grow by themselves; of what is over they are those of its end.
    const until = row.closedAt === null ? this.#clock.today() : dayOf(row.closedAt);
    const days = row.kind === 'overdue' ? daysBetween(row.since, until) + 1 : row.days;
    return {
      warningId: row.id,
      patientId: row.patientId,
      patientName: openPatientName(vault, row.patientId, row.nameSealed),
      villageName: row.villageName,
      kind: row.kind,
      grade: row.grade,
      since: row.since,
      words: warningWords(row.kind, { days, times: row.times, risk: row.risk }),
      state: row.state,
      raisedAt: row.raisedAt.toISOString(),
      acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
      closedAt: row.closedAt?.toISOString() ?? null,
      note: store.openNote(vault, row),
      version: row.version,
    };
  }
}
