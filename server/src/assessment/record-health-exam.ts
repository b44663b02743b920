import type { Actor } from '@guanhu/shared/access/access.terms';
import type { HealthExamAnswer, HealthExamBody } from '@guanhu/shared/assessment/assessment.contract';
import { decideDoneOn } from '@guanhu/shared/assessment/cycle.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { insertExam } from './assessment-record.store.ts';
import { Cycles } from './cycles.ts';
import { readStandings } from './standing.store.ts';

/** A health exam, with what was found and no more. */
@Injectable()
export class RecordHealthExam {
  readonly #teams: Teams;
  readonly #cycles: Cycles;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, cycles: Cycles, policies: Policies, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#cycles = cycles;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, { examId, on: day, where, values }: HealthExamBody): Promise<HealthExamAnswer> {
    await this.#teams.requireFor(tx, actor, 'assessment:examine', patientId);
    const [now, by] = [this.#clock.now(), actor.personId];
    const on = unwrap(decideDoneOn('healthExam', day, this.#clock.today()));
    if (Object.keys(values).length === 0) throw new Refusal('EXAM_EMPTY');
    const { seq: policySeq } = await this.#policies.versionInForce(tx, 'assessment', on, { patientId });
    const [standing] = await readStandings(tx, [patientId]);
    const vault = await this.#vaults.of(tx.countyId);
    const found = { where: where ?? null, values };
    if (!(await insertExam(tx, vault, { id: examId, patientId, on, found, policySeq, by, now }))) throw new Refusal('STALE');
    const nextDueOn = await this.#cycles.done(tx, { patientId, cycle: 'healthExam', on, stability: standing?.stability ?? null, by });
    await this.#audit.deed(tx, {
      actor,
      act: 'assessment:examined',
      objectKind: 'health-exam',
      objectId: examId,
      patientId,
      facts: { on, nextDueOn },
    });
    return { examId, nextDueOn };
  }
}
