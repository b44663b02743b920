import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AlertAnswer, AlertsAnswer, CloseAlertBody } from '@guanhu/shared/visits/after-visit.contract';
import type { AlertState } from '@guanhu/shared/visits/rights.terms';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults, type CountyVault } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { openPatientName } from '../registry/registry.public.ts';
import * as store from './rights-alert.store.ts';

type PageAsked = { readonly state?: AlertState | undefined; readonly after?: string | undefined; readonly limit: number };

/** Patients who were found confined: what the office and the doctor see, and how it ended. */
@Injectable()
export class RightsAlerts {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #agenda: Agenda;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, vaults: Vaults, access: Access, teams: Teams, agenda: Agenda, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#teams = teams;
    this.#agenda = agenda;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, { state, after, limit }: PageAsked): Promise<AlertsAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const rows = await store.readAlerts(county, vault, {
      scope: this.#access.scope(actor, 'rights:read'),
      state: state ?? null,
      after: readPageKey(after),
      limit: limit + 1,
      today: this.#clock.today(),
    });
    const { shown, last } = pageOf(rows, limit);
    await this.#audit.read(county, { actor, what: 'rights-alert-list', patientIds: [...new Set(shown.map(row => row.patientId))] });
    return { rows: shown.map(row => view(vault, row)), next: last ? pageKey({ at: last.foundAt, id: last.id }) : null };
  }

  async one(actor: Actor, alertId: Id): Promise<AlertAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const alert = await store.readAlert(county, vault, alertId);
    if (!alert) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(county, actor, 'rights:read', alert.patientId);
    await this.#audit.read(county, { actor, what: 'rights-alert', patientIds: [alert.patientId] });
    return view(vault, alert);
  }

  /** @throws Refusal ALERT_CLOSED, STALE */
  async close(tx: Tx, actor: Actor, alertId: Id, { version, outcome, note }: CloseAlertBody): Promise<AlertAnswer> {
    const vault = await this.#vaults.of(tx.countyId);
    const alert = await store.readAlert(tx, vault, alertId);
    if (!alert) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { patientId } = alert;
    await this.#teams.requireFor(tx, actor, 'rights:answer', patientId);
    if (alert.version !== version) throw new Refusal('STALE');
    if (alert.state === 'closed') throw new Refusal('ALERT_CLOSED');
    const now = this.#clock.now();
    if (!(await store.closeAlert(tx, vault, { id: alertId, version, outcome, note, by: actor.personId, now }))) throw new Refusal('STALE');
    await this.#agenda.finishAfter(tx, { kind: 'unlock', causeId: alertId, by: actor.personId });
    const deed = { actor, act: 'visits:alert-closed', objectKind: 'rights-alert', objectId: alertId, patientId, facts: { outcome } };
    await this.#audit.deed(tx, deed);
    return view(vault, { ...alert, state: 'closed', outcome, note, closedAt: now, version: version + 1 });
  }
}

const view = (vault: CountyVault, row: store.AlertRow): AlertAnswer => ({
  alertId: row.id,
  visitId: row.visitId,
  patientId: row.patientId,
  patientName: openPatientName(vault, row.patientId, row.name_sealed),
  villageName: row.villageName,
  version: row.version,
  state: row.state,
  foundAt: row.foundAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  outcome: row.outcome,
  note: row.note,
  closedAt: row.closedAt?.toISOString() ?? null,
});
