import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { moveAdmission } from '@guanhu/shared/incidents/admission.rules';
import type { AdmissionState, StayEnd } from '@guanhu/shared/incidents/admission.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import * as store from './admission.store.ts';

type Asked = Extract<Permission, `admission:${string}`>;
type Step = {
  readonly version: number;
  readonly step: store.EventRow['step'];
  readonly on: CalendarDate;
  readonly facts: store.StepFacts;
};

/** What every step of a stay in hospital has in common: who may take it, where it leads, and that it is written down. */
@Injectable()
export class AdmissionSteps {
  readonly #teams: Teams;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async find(reader: Reader, actor: Actor, permission: Asked, id: Id): Promise<store.AdmissionRow> {
    const row = await store.readAdmissionRow(reader, id);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(reader, actor, permission, row.patientId);
    return row;
  }

  /** @throws Refusal STALE, and those of the rule */
  async take(tx: Tx, actor: Actor, row: store.AdmissionRow, { version, step, on, facts }: Step): Promise<void> {
    if (row.version !== version) throw new Refusal('STALE');
    const { state, since, rediagnosisUntil } = row;
    const to = unwrap(moveAdmission({ state, step, on, since, today: this.#clock.today(), rediagnosisUntil }));
    const move = { id: row.id, version, to, on, discharged: step === 'discharge' };
    if (!(await store.moveAdmissionRow(tx, move))) throw new Refusal('STALE');
    await this.record(tx, actor, row, { step, on, facts });
    const { id: objectId, patientId } = row;
    const act = 'incidents:admission-moved';
    await this.#audit.deed(tx, { actor, act, objectKind: 'admission', objectId, patientId, facts: { step, state: to } });
  }

  /** The stay is over because the patient's life went on without its record. @throws Refusal STALE */
  async end(
    tx: Tx,
    actor: Actor,
    row: store.AdmissionRow,
    ended: { end: StayEnd; state: AdmissionState; on: CalendarDate },
  ): Promise<void> {
    const { id, patientId, version } = row;
    const { end: reason, state: to, on } = ended;
    if (!(await store.moveAdmissionRow(tx, { id, version, to, on, discharged: true }))) throw new Refusal('STALE');
    await this.record(tx, actor, row, { step: 'discharge', on, facts: { reason } });
    const act = 'incidents:admission-moved';
    await this.#audit.deed(tx, { actor, act, objectKind: 'admission', objectId: id, patientId, facts: { step: 'discharge', state: to } });
  }

  /** Writes a step into the stay's past. */
  async record(tx: Tx, actor: Actor, { id }: { id: Id }, { step, on, facts }: Omit<Step, 'version'>): Promise<void> {
    const event = { step, on, recordedAt: this.#clock.now(), by: actor.personId, facts };
    await store.insertEvent(tx, await this.#vaults.of(tx.countyId), id, event);
  }
}
