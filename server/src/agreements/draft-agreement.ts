import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { AgreementDetail, DraftAgreementBody } from '@guanhu/shared/agreements/agreements.contract';
import { agreementNumber } from '@guanhu/shared/agreements/agreement-number.rules';
import { agreementText, TEMPLATE_VERSION } from '@guanhu/shared/agreements/agreement-template';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { fullAmount, handOn, type RewardStandard } from '@guanhu/shared/agreements/reward.rules';
import { standardClassOf, yearlyOf, type StandardClass } from '@guanhu/shared/agreements/standard.rules';
import { decideTerm, type Span } from '@guanhu/shared/agreements/term.rules';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import { fen } from '@guanhu/shared/kernel/fen';
import type { Id } from '@guanhu/shared/kernel/ids';
import { GUARDIAN_RELATIONS } from '@guanhu/shared/registry/guardian-relation.rules';
import { Injectable } from '@nestjs/common';
import { Counties, People, Places } from '../access/access.public.ts';
import { Assessments } from '../assessment/assessment.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Policies } from '../policy/policy.public.ts';
import { Patients } from '../registry/registry.public.ts';
import * as store from './agreements.store.ts';
import { lockApplication, type ApplicationRow } from './application.store.ts';
import { Applications } from './applications.ts';
import { contentDigests } from './content-digests.ts';
import { ReadAgreement } from './read-agreement.ts';
import { keptCarry, rewardTermsOf } from './reward-terms.ts';
import { TellOfAgreement } from './tell-of-agreement.ts';

/** Draws up an agreement: its terms from the policy of its term, its number, its text and the text's digests. */
@Injectable()
export class DraftAgreement {
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #places: Places;
  readonly #counties: Counties;
  readonly #policies: Policies;
  readonly #assessments: Assessments;
  readonly #applications: Applications;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;
  readonly #detail: ReadAgreement;
  readonly #tell: TellOfAgreement;

  constructor(
    teams: Teams,
    patients: Patients,
    people: People,
    places: Places,
    counties: Counties,
    policies: Policies,
    assessments: Assessments,
    applications: Applications,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
    detail: ReadAgreement,
    tell: TellOfAgreement,
  ) {
    this.#teams = teams;
    this.#patients = patients;
    this.#people = people;
    this.#places = places;
    this.#counties = counties;
    this.#policies = policies;
    this.#assessments = assessments;
    this.#applications = applications;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
    this.#detail = detail;
    this.#tell = tell;
  }

  async run(tx: Tx, actor: Actor, body: DraftAgreementBody): Promise<AgreementDetail> {
    const application = await this.#application(tx, actor, body.applicationId);
    const patientId = application.patient_id;
    const ties = await this.#teams.requireFor(tx, actor, 'agreement:draft', patientId);
    const guardian = await this.#guardian(tx, application);
    unwrap(decideNoParty(standsFor(actor), [guardian.personId], 'AGREEMENT_OWN_PARTY'));
    const asked = { from: body.from ?? application.from_on, to: body.to ?? application.to_on };
    if (application.state !== 'approved' || asked.from < application.from_on || asked.to > application.to_on)
      throw new Refusal('AGREEMENT_NEEDS_APPLICATION');
    const policy = await this.#policies.inForce(tx, 'reward', asked.from, { patientId });
    const term = unwrap(decideTerm(asked, this.#clock.today(), policy));
    if (application.agreement_id !== null || (await store.overlaps(tx, patientId, term.from, term.to)))
      throw new Refusal('AGREEMENT_OVERLAPS');
    const { risk, lastIncidentOn } = await this.#assessments.rewardFacts(tx, patientId);
    const standardClass = standardClassOf(policy, risk, lastIncidentOn !== null);
    const before = await store.readBefore(tx, patientId, addDays(term.from, -1));
    const handed = before && handOn(rewardTermsOf(before), before.earned_fen === null ? undefined : fen(before.earned_fen));

    const id = newId();
    const row: store.NewAgreement = {
      id,
      number: await this.#number(tx, Number(term.from.slice(0, 4))),
      patient_id: patientId,
      guardian_id: guardian.personId,
      application_id: application.id,
      area_path: [...ties.areaPath],
      from_on: term.from,
      to_on: term.to,
      anchor_on: handed?.anchor ?? term.from,
      cycle: policy.cycle,
      standards: [...(await this.#standards(tx, patientId, term, standardClass))],
      standard_class: standardClass,
      carry: keptCarry(handed?.carry),
      percent: policy.percent,
      // What the guardian before has had under the cap is not had again.
      cap_fen: handed ? handed.capFen : (policy.capFen ?? null),
      objection_days: policy.objectionDays,
      template_version: TEMPLATE_VERSION,
    };
    const now = this.#clock.now();
    const vault = await this.#vaults.of(tx.countyId);
    await store.insertAgreement(tx, row, now);
    const text = await this.#text(tx, row, guardian.relation, policy.yearStop !== undefined);
    await store.insertDocument(tx, vault, id, { text, ...contentDigests(text) });
    await store.insertStep(tx, id, 'drafted', actor.personId, null, now);
    await this.#audit.deed(tx, {
      actor,
      act: 'agreements:drafted',
      objectKind: 'agreement',
      objectId: id,
      patientId,
      facts: { applicationId: application.id },
    });
    await this.#tell.guardian(tx, row, 'to-sign');
    return this.#detail.of(tx, actor, id);
  }

  /** Whoever applied, as a guardian of the patient today. @throws Refusal AGREEMENT_NEEDS_GUARDIAN */
  async #guardian(tx: Reader, { patient_id, guardian_id }: ApplicationRow) {
    const guardian = (await this.#patients.guardians(tx, [patient_id])).find(each => each.personId === guardian_id);
    if (!guardian) throw new Refusal('AGREEMENT_NEEDS_GUARDIAN');
    return guardian;
  }

  /** The application stays as it is until the agreement is drawn up from it. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async #application(tx: Tx, actor: Actor, applicationId: Id): Promise<ApplicationRow> {
    await this.#applications.readable(tx, actor, applicationId, 'agreement:draft');
    const application = await lockApplication(tx, applicationId);
    if (!application) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return application;
  }

  async #number(tx: Tx, year: number): Promise<string> {
    const county = await this.#counties.find(tx.countyId);
    if (!county) throw new Error('a county that is not in the directory');
    return agreementNumber(county.area_code, year, await store.nextSerial(tx, year));
  }

  /** The standard of the first day, and every other one that is known today to begin within the term. */
  async #standards(tx: Reader, patientId: Id, term: Span, standardClass: StandardClass): Promise<readonly RewardStandard[]> {
    const begun = await this.#policies.beginningsWithin(tx, 'reward', term, { patientId });
    return begun.map(({ from, policy }) => ({ from, yearlyFen: yearlyOf(policy, standardClass) }));
  }

  async #text(tx: Reader, row: store.NewAgreement, relation: keyof typeof GUARDIAN_RELATIONS | null, yearStop: boolean) {
    const [people, names, { rows: areas }] = [
      await this.#people.contacts(tx, [row.guardian_id]),
      await this.#patients.names(tx, [row.patient_id]),
      await this.#places.areas(tx),
    ];
    const areaName = (index: number) => areas.find(area => area.areaId === row.area_path[index])?.name ?? '';
    return agreementText({
      number: row.number,
      townshipName: areaName(1),
      villageName: areaName(2),
      patientName: names.get(row.patient_id) ?? '',
      guardianName: people.get(row.guardian_id)?.name ?? '',
      relation: relation === null ? '监护人' : GUARDIAN_RELATIONS[relation],
      from: row.from_on,
      to: row.to_on,
      cycle: row.cycle,
      standards: row.standards.map(({ from, yearlyFen }) => ({ from, yearlyFen: fen(yearlyFen) })),
      fullFen: fullAmount(rewardTermsOf({ ...row, last_on: row.to_on, pauses: [] })),
      partialPercent: row.percent.partial,
      objectionDays: row.objection_days,
      yearStop,
    });
  }
}
