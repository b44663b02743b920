import type { Actor } from '@guanhu/shared/access/access.terms';
import type { RiskReviewAnswer, RiskReviewBody } from '@guanhu/shared/assessment/assessment.contract';
import { decideDoneOn, decideReviewCounts } from '@guanhu/shared/assessment/cycle.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { bandView } from '@guanhu/shared/policy/visit-policy.rules';
import { Injectable } from '@nestjs/common';
import { Planning } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { insertReview } from './assessment-record.store.ts';
import { Cycles } from './cycles.ts';
import { Standings } from './standings.ts';

/** The doctor reviews risk and diagnosis: the class is decided, the band rises at once, and the next review is set. */
@Injectable()
export class RecordRiskReview {
  readonly #teams: Teams;
  readonly #standings: Standings;
  readonly #cycles: Cycles;
  readonly #planning: Planning;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    teams: Teams,
    standings: Standings,
    cycles: Cycles,
    planning: Planning,
    policies: Policies,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#teams = teams;
    this.#standings = standings;
    this.#cycles = cycles;
    this.#planning = planning;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, body: RiskReviewBody): Promise<RiskReviewAnswer> {
    await this.#teams.requireFor(tx, actor, 'assessment:review', patientId);
    const { reviewId, risk, stability, note = null } = body;
    const [now, today, by] = [this.#clock.now(), this.#clock.today(), actor.personId];
    const on = unwrap(decideDoneOn('riskReview', body.on, today));
    const { riskOn } = await this.#standings.lock(tx, patientId);
    unwrap(decideReviewCounts(on, riskOn));

    const rated = { patientId, on, source: 'review', causeId: reviewId, risk, stability, decides: true, by } as const;
    const after = await this.#standings.rate(tx, rated);
    if (!after) throw new Refusal('STALE'); // the same review under another key
    const { band, policySeq } = after;
    const vault = await this.#vaults.of(tx.countyId);
    await insertReview(tx, vault, { id: reviewId, patientId, on, risk, stability, band, policySeq, note, by, now });
    const nextDueOn = await this.#cycles.done(tx, { patientId, cycle: 'riskReview', on, stability: after.stability, by });
    await this.#planning.visitsOf(tx, patientId);
    await this.#cycles.plan(tx, today, { from: patientId, to: patientId });
    const facts = { risk, stability, band, policySeq, nextDueOn };
    await this.#audit.deed(tx, { actor, act: 'assessment:reviewed', objectKind: 'risk-review', objectId: reviewId, patientId, facts });
    const policy = await this.#policies.inForce(tx, 'visit', today, { patientId });
    return {
      reviewId,
      risk: after.risk,
      stability: after.stability,
      band: bandView(policy, band),
      calmerBand: bandView(policy, after.calmerBand),
      nextDueOn,
    };
  }
}
