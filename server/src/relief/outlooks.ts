import type { Actor } from '@guanhu/shared/access/access.terms';
import { may, type PatientTies } from '@guanhu/shared/access/permissions.rules';
import { findAboutPatient } from '@guanhu/shared/agreements/eligibility.rules';
import { ELIGIBILITY_RULES } from '@guanhu/shared/agreements/application.terms';
import { dayOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { BenefitTerms } from '@guanhu/shared/policy/relief-policy.terms';
import { factsOf, type KnownFacts } from '@guanhu/shared/relief/facts.rules';
import { findBenefit, questionsOf, seemsTo } from '@guanhu/shared/relief/outlook.rules';
import type { ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { BENEFIT_KEYS, BENEFITS, type Benefit } from '@guanhu/shared/relief/relief.terms';
import { Injectable } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import { Agreements } from '../agreements/agreements.public.ts';
import { Assessments } from '../assessment/assessment.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { Files, Patients } from '../registry/registry.public.ts';
import { readAnswers, readGrants, type GrantRow } from './ledger.store.ts';
import { isLiveRelief, reliefOfPatient, type ReliefRow } from './relief.store.ts';

type Line = ReliefOutlook['benefits'][number];
const CODE_LENGTH = 6;

/** What a family could have, has, and has asked for. It proposes and explains; nothing is refused by it. */
@Injectable()
export class Outlooks {
  readonly #patients: Patients;
  readonly #files: Files;
  readonly #places: Places;
  readonly #policies: Policies;
  readonly #agreements: Agreements;
  readonly #assessments: Assessments;
  readonly #clock: Clock;

  constructor(
    patients: Patients,
    files: Files,
    places: Places,
    policies: Policies,
    agreements: Agreements,
    assessments: Assessments,
    clock: Clock,
  ) {
    this.#patients = patients;
    this.#files = files;
    this.#places = places;
    this.#policies = policies;
    this.#agreements = agreements;
    this.#assessments = assessments;
    this.#clock = clock;
  }

  /** The outlook of a patient, as `actor` with these ties may act on it. */
  async of(reader: Reader, actor: Actor, patientId: Id, ties: PatientTies): Promise<ReliefOutlook> {
    const today = this.#clock.today();
    const policy = await this.#policies.inForce(reader, 'relief', today, { patientId });
    const grants = await readGrants(reader, patientId);
    const applications = await reliefOfPatient(reader, patientId);
    const held = grants.filter(one => holdsOn(one, today)).map(one => one.benefit);
    const facts = await this.#facts(reader, patientId, held);
    const offered = BENEFIT_KEYS.filter(benefit => policy.benefits[benefit].offered);
    const lines = offered.map(benefit => lineOf(benefit, policy.benefits[benefit], { facts, held, applications }));
    const reward = offered.includes('reward') ? await this.#reward(reader, patientId, policy.benefits.reward, today) : null;
    const benefits = lines.map(line => (line.benefit === 'reward' && reward !== null ? reward : line));
    const seesGrounds = may(actor, 'relief:grounds', ties);
    return {
      patientId,
      patientName: (await this.#patients.names(reader, [patientId])).get(patientId) ?? '',
      benefits: seesGrounds ? benefits : benefits.map(line => ({ ...line, findings: [] })),
      questions: questionsOf(lines.map(({ benefit, standing }) => ({ standing, findings: findBenefit(policy.benefits[benefit], facts) }))),
      grants: grants.map(one => shownGrant(one, today)),
      reimbursement: policy.reimbursement,
      coverage: {
        insured: facts.insured?.answer === 'yes',
        special: held.includes('specialOutpatient'),
        medicalRelief: held.includes('medicalRelief'),
        rest: held.includes('outpatientRest'),
      },
      may: {
        tell: may(actor, 'relief:tell', ties),
        apply: may(actor, 'relief:apply', ties),
        handle: may(actor, 'relief:handle', ties),
      },
    };
  }

  async #facts(reader: Reader, patientId: Id, held: readonly Benefit[]): Promise<KnownFacts> {
    const file = await this.#files.find(reader, patientId);
    if (!file) throw new Error('a patient without a file');
    const answers = await readAnswers(reader, patientId);
    const county = (await this.#places.areas(reader)).rows.find(area => area.kind === 'county')?.code ?? null;
    return factsOf({
      file: file.values,
      held,
      answers: answers.map(({ fact, answer, at }) => ({ fact, answer, on: dayOf(at) })),
      county: county === null ? null : county.slice(0, CODE_LENGTH),
    });
  }

  /** The reward goes by its own policy and its own application: what is asked here is only the part that is about the patient. */
  async #reward(reader: Reader, patientId: Id, terms: BenefitTerms, today: CalendarDate): Promise<Line> {
    const underWay = await this.#agreements.rewardUnderWay(reader, patientId);
    const { eligibility } = await this.#policies.inForce(reader, 'reward', today, { patientId });
    const facts = await this.#assessments.rewardFacts(reader, patientId);
    const state = (await this.#patients.states(reader, [patientId])).get(patientId) ?? 'merged';
    const findings = findAboutPatient(eligibility, { ...facts, state }).map(({ rule, ...one }) => ({
      ...one,
      fact: null,
      label: ELIGIBILITY_RULES[rule],
      oneIsEnough: false,
    }));
    const standing = underWay === 'agreement' ? 'has' : underWay === 'application' ? 'applied' : seemsTo(findings);
    return { benefit: 'reward', standing, terms, findings, reliefId: null };
  }
}

/** Whether a grant holds on a day. */
export const holdsOn = ({ from_on, until_on }: Pick<GrantRow, 'from_on' | 'until_on'>, day: CalendarDate): boolean =>
  from_on <= day && (until_on === null || until_on >= day);

export const shownGrant = (one: GrantRow, today: CalendarDate): ReliefOutlook['grants'][number] => ({
  grantId: one.id,
  benefit: one.benefit,
  from: one.from_on,
  until: one.until_on,
  amountFen: one.amount_fen,
  rhythm: one.rhythm,
  inForce: holdsOn(one, today),
  reliefId: one.relief_id,
  version: one.version,
});

function lineOf(
  benefit: Benefit,
  terms: BenefitTerms,
  { facts, held, applications }: { facts: KnownFacts; held: readonly Benefit[]; applications: readonly ReliefRow[] },
): Line {
  const findings = findBenefit(terms, facts);
  const last = applications.find(one => one.benefit === benefit);
  const live = last !== undefined && isLiveRelief(last);
  // A refusal stays in reach: it can be objected to.
  const shown = last !== undefined && (live || last.state === 'refused') ? last.id : null;
  const standing = held.includes(benefit) ? 'has' : live ? 'applied' : seemsTo(findings);
  // What nobody has to apply for is simply there.
  const arranged = BENEFITS[benefit].way === 'arranged' && standing === 'seems';
  return { benefit, standing: arranged ? 'has' : standing, terms, findings: [...findings], reliefId: shown };
}
