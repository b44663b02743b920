import type { FirstState } from '@guanhu/shared/registry/registry.terms';
import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { listPolicies, setPolicy } from '@guanhu/shared/policy/policy.routes';
import type { Policy } from '@guanhu/shared/policy/policy.terms';
import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { listGuardians, nameHelper } from '@guanhu/shared/registry/guardians.routes';
import { reportSubscriptions } from '@guanhu/shared/reminders/reminders.routes';
import { Accounts } from '../access/access.public.ts';
import { Planning } from '../agenda/agenda.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { newId } from '../platform/ids.ts';
import { Standings } from '../assessment/assessment.public.ts';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import { testCounty, type TestCounty, type TestPerson, type Ward } from './county.ts';

export type { Ward };
export type CareCounty = Awaited<ReturnType<typeof careCounty>>;

/** A Monday morning. */
export const MONDAY = new Date('2026-06-15T10:00:00+08:00');

/** A test county with a village team around every patient, in four colours. */
export async function careCounty() {
  const county = await testCounty();
  county.clock.set(MONDAY);
  const { village, township, county: whole } = county.areas;
  const care = new Care(county, {
    administrator: await county.person({ role: 'administrator', area: whole, channel: 'desk' }),
    officer: await county.person({ role: 'socialAffairsOfficer', area: township }),
    townshipLead: await county.person({ role: 'townshipLead', area: township }),
    committee: await county.person({ role: 'politicalLegalMember', area: township }),
    doctor: await county.person({ role: 'mentalHealthDoctor', area: township }),
    police: await county.person({ role: 'communityPolice', area: township }),
    lead: await county.person({ role: 'villageLead', area: village }),
    gridWorker: await county.person({ role: 'gridWorker', area: village }),
    stranger: await county.person({ role: 'gridWorker', area: county.areas.farVillage }),
  });
  await care.setPolicy(SHIPPED_VISIT_POLICIES.fourColours.policy);
  return care;
}

type Team = Readonly<
  Record<'administrator' | 'officer' | 'townshipLead' | 'committee' | 'doctor' | 'police' | 'lead' | 'gridWorker' | 'stranger', TestPerson>
>;

class Care {
  readonly county: TestCounty;
  readonly people: Team;

  constructor(county: TestCounty, people: Team) {
    this.county = county;
    this.people = people;
  }

  /** A patient with a guardian and a team; rated when a risk is given, the guardian's WeChat bound when an openid is. */
  async ward({
    risk,
    openid,
    teamed = true,
    village,
    township,
    begins,
  }: { risk?: RiskRating; openid?: string; teamed?: boolean; village?: Id; township?: Id; begins?: FirstState } = {}): Promise<Ward> {
    const { app, countyId, rows } = this.county;
    const ward = await this.county.ward({
      ...(openid === undefined ? {} : { openid }),
      ...(begins === undefined ? {} : { begins }),
      ...(village === undefined || township === undefined ? {} : { village, township }),
    });
    const { administrator } = this.people;
    if (teamed) await this.seat(ward);
    await rows.inTransaction(async tx => {
      const by = { countyId, personId: administrator.id, sessionId: administrator.id, channel: 'desk', posts: [], actingFor: [] } as const;
      if (risk !== undefined) await app.get(Standings).state(tx, { actor: by, patientId: ward.patientId, risk });
    });
    return ward;
  }

  /** The county's people take their seats around a patient. */
  async seat({ patientId }: Pick<Ward, 'patientId'>): Promise<void> {
    const { doctor, police, lead, gridWorker } = this.people;
    await this.county.rows.inTransaction(async tx => {
      for (const [post, holder] of Object.entries({ doctor, police, lead, gridWorker }))
        await this.county.app.get(Teams).takeSeat(tx, patientId, post as 'doctor', holder.id);
    });
  }

  /** From today this person acts for the patient's guardian. @returns the helper's id, and whose guardianship it is lent from */
  async helps({ patientId }: Pick<Ward, 'patientId'>, { name, phone }: TestPerson): Promise<{ helperId: Id; guardianshipId: Id }> {
    const asked = { as: this.people.officer, params: { patientId } };
    const guardians = (await this.county.call(listGuardians, asked)).body.guardians;
    const guardianshipId = guardians.find(one => one.isPrimary && one.inForce)?.guardianshipId;
    if (guardianshipId === undefined) throw new Error('nobody to act for');
    const helperId = newId();
    const body = { helperId, guardianshipId, name, phone, from: this.county.clock.today(), proof: '监护人当面委托，村主任在场' };
    const answer = await this.county.call(nameHelper, { ...asked, body });
    if (answer.status !== 200) throw new Error(answer.refusal.code);
    return { helperId, guardianshipId };
  }

  /** Ties a WeChat account to a person of the team. */
  bind(person: TestPerson, openid: string): Promise<void> {
    return this.county.rows.inTransaction(tx => this.county.app.get(Accounts).bind(tx, person.id, openid));
  }

  /** The person allows one message of this template. */
  async subscribe(person: TestPerson, templateId: string): Promise<void> {
    await this.county.call(reportSubscriptions, { as: person, body: { answers: { [templateId]: 'accept' } } });
  }

  plan(): Promise<void> {
    return this.county.app.get(Planning).today(this.county.countyId);
  }

  async today(as: TestPerson): Promise<AnswerOf<typeof listTodaysTasks>> {
    return (await this.county.call(listTodaysTasks, { as, query: { limit: 100 } })).body;
  }

  /** The tasks of one patient on somebody's list. */
  async tasksOf(as: TestPerson, { patientId }: Ward) {
    return (await this.today(as)).rows.filter(row => row.patientId === patientId);
  }

  /** Their visits only. */
  async visitsOf(as: TestPerson, ward: Ward) {
    return (await this.tasksOf(as, ward)).filter(task => task.kind === 'visit');
  }

  async setPolicy(policy: Policy): Promise<void> {
    const as = this.people.administrator;
    const { policies } = (await this.county.call(listPolicies, { as })).body;
    const after = policies.find(one => one.kind === policy.kind)?.newestSeq ?? 0;
    const body = { effectiveOn: this.county.clock.today(), after, policy };
    const answer = await this.county.call(setPolicy, { as, params: { kind: policy.kind }, body });
    if (answer.status !== 200) throw new Error(answer.refusal.code);
    await this.county.work();
  }
}
