import type { Actor } from '@guanhu/shared/access/access.terms';
import { isOverdue } from '@guanhu/shared/agenda/due.rules';
import { hastened } from '@guanhu/shared/assessment/standing.rules';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { NATIONAL_INTERVAL_DAYS } from '@guanhu/shared/policy/visit-policy.rules';
import type { OutcomeAnswer, RecordOutcomeBody } from '@guanhu/shared/visits/visits.contract';
import { Injectable } from '@nestjs/common';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { insertOutcome } from './outcome.store.ts';
import { lockPatient, readVisit } from './visits.store.ts';

/** Who comes to somebody who was not admitted. */
const NOT_ADMITTED = ['doctor', 'lead', 'police'] as const;

/** What became of somebody whom a visit found unstable. Not admitted: doctor, village committee and police come within two weeks. */
@Injectable()
export class RecordOutcome {
  readonly #teams: Teams;
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, agenda: Agenda, planning: Planning, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#agenda = agenda;
    this.#planning = planning;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, visitId: Id, { outcome, note }: RecordOutcomeBody): Promise<OutcomeAnswer> {
    const visit = await readVisit(tx, visitId);
    if (!visit) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { patientId } = visit;
    await this.#teams.requireFor(tx, actor, 'visit:write', patientId);
    if (visit.stability !== 'unstable') throw new Refusal('OUTCOME_NOT_ASKED');
    if (note === undefined && outcome !== 'admitted') throw new Refusal('NOTE_NEEDED');
    await lockPatient(tx, patientId);
    const vault = await this.#vaults.of(tx.countyId);
    if (!(await insertOutcome(tx, vault, { visitId, patientId, outcome, note, by: actor.personId, now: this.#clock.now() })))
      throw new Refusal('OUTCOME_NOT_ASKED');
    await this.#agenda.finishAfter(tx, { kind: 'outcome', causeId: visitId, by: actor.personId });
    const today = this.#clock.today();
    if (outcome !== 'admitted') {
      const present = await this.#agenda.dues(tx, [patientId]);
      const dueOn = addDays(today, NATIONAL_INTERVAL_DAYS.unstable);
      const made = hastened(present, NOT_ADMITTED, dueOn);
      await this.#agenda.setDues(tx, new Map([[patientId, made]]));
      await this.#planning.visitsOf(tx, patientId);
      // By the national norm alone only the doctor has dates: the others come this once. To a suspicion, which has none, nobody comes.
      const dateless = made.length === 0 ? [] : NOT_ADMITTED.filter(seat => !made.some(due => due.seat === seat));
      for (const seat of dateless) await this.#agenda.visitOnce(tx, { patientId, seat, causeId: visitId, dueOn });
    }
    await this.#audit.deed(tx, { actor, act: 'visits:outcome', objectKind: 'visit', objectId: visitId, patientId, facts: { outcome } });
    const dues = await this.#agenda.dues(tx, [patientId]);
    return {
      visitId,
      outcome,
      dues: dues.map(due => ({ seat: due.seat, dueOn: due.dueOn, overdue: isOverdue(due.overdueAfter, today) })),
    };
  }
}
