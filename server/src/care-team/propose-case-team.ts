import { caseReasons, formBy } from '@guanhu/shared/care-team/case-team.rules';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { isClosed, isDiagnosed } from '@guanhu/shared/registry/patient-life.rules';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { insertProposal, lockCaseOf, readCaseFacts, setReasons, updateCaseTeam } from './case-team.store.ts';

/**
 * What is known of a patient has changed: a case team is proposed when there is a reason and none yet; a proposal whose reasons are gone
 * lapses. Asked twice it does nothing the second time. People form it and close it.
 */
@Injectable()
export class ProposeCaseTeam {
  readonly #database: Database;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, agenda: Agenda, policies: Policies, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(countyId: CountyId, patientId: Id): Promise<void> {
    await this.#database.county(countyId).inTransaction(async tx => {
      const { live, settledOn } = await lockCaseOf(tx, patientId);
      const facts = await readCaseFacts(tx, patientId);
      const reasons = isClosed(facts.state) || !isDiagnosed(facts.state) ? [] : caseReasons(facts, settledOn);
      const today = this.#clock.today();
      if (live === null && reasons.length > 0) {
        const dueOn = formBy(today, await this.#policies.inForce(tx, 'caseTeam', today, { patientId }));
        const caseTeamId = await insertProposal(tx, { patientId, reasons, today, formBy: dueOn });
        await this.#agenda.openCaseReview(tx, { caseTeamId, patientId, round: 0, dueOn });
        const deed = {
          actor: 'system',
          act: 'care-team:case-team-proposed',
          objectKind: 'case-team',
          objectId: caseTeamId,
          patientId,
        } as const;
        await this.#audit.deed(tx, { ...deed, facts: { reasons: reasons.join(' ') } });
      } else if (live?.state === 'proposed' && reasons.length > 0) await setReasons(tx, live.id, reasons);
      else if (live?.state === 'proposed') {
        await updateCaseTeam(tx, await this.#vaults.of(countyId), live.id, { state: 'lapsed', reviewOn: null });
        await this.#agenda.closeCaseReview(tx, live.id, null);
      }
    });
  }
}
