import { readMe } from '@guanhu/shared/access/access.routes';
import { signAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { confirmMedication, readMedicationWeek } from '@guanhu/shared/medication/medication.routes';
import { claimEntitlement } from '@guanhu/shared/payouts/payouts.routes';
import {
  appointGuardian,
  endGuardianship,
  endHelper,
  listGuardians,
  makeGuardianPrimary,
  nameHelper,
} from '@guanhu/shared/registry/guardians.routes';
import { inviteGuardian, listWards, readPatient } from '@guanhu/shared/registry/registry.routes';
import { readOutlook } from '@guanhu/shared/relief/relief.routes';
import { newId } from '../platform/ids.ts';
import { careCounty, MONDAY, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok, STROKES } from '../testing/reward.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

const today = () => care.county.clock.today();
const of = ({ patientId }: Ward) => ({ patientId });
const list = async (ward: Ward) => ok(await care.county.call(listGuardians, { as: care.people.officer, params: of(ward) }));
const primaryOf = async (ward: Ward) => (await list(ward)).guardians.find(one => one.isPrimary && one.inForce);
const appoint = (ward: Ward, who: TestPerson, more: object = {}, as = care.people.officer) =>
  care.county.call(appointGuardian, {
    as,
    params: of(ward),
    body: {
      guardianshipId: newId(),
      name: who.name,
      phone: who.phone,
      relation: 'sibling',
      kind: 'statutory',
      from: today(),
      primary: true,
      ...more,
    },
  });
const confirm = (ward: Ward, as: TestPerson) =>
  care.county.call(confirmMedication, {
    as,
    params: of(ward),
    body: { on: today(), answer: 'taken', at: care.county.clock.now().toISOString() },
  });

describe('a change of guardian', () => {
  it('has a day; the family’s tasks go to the new one in the same commit, and the former one sees nothing more from that day', async () => {
    const ward = await care.ward({ risk: 2 });
    await care.plan();
    const next = await care.county.person();
    const former = await primaryOf(ward);
    const replaces = { guardianshipId: former?.guardianshipId ?? '', reason: 'unable' };
    expect((await appoint(ward, next, { from: addDays(today(), -3), replaces })).refusal.code).toBe('GUARDIAN_DAY_NOT_ALLOWED');
    const answer = ok(await appoint(ward, next, { replaces }));
    expect(answer).toMatchObject({ personId: next.id, isPrimary: true, order: expect.stringContaining('第3顺序') as string });
    expect(await care.tasksOf(ward.guardian, ward)).toEqual([]);
    expect(await care.tasksOf(next, ward)).toMatchObject([{ kind: 'medicationConfirmation' }]);
    expect((await confirm(ward, ward.guardian)).status).toBe(404);
    ok(await confirm(ward, next));
    expect((await list(ward)).guardians).toMatchObject([
      { personId: next.id, kind: 'statutory', inForce: true, until: null },
      { personId: ward.guardian.id, inForce: false, until: addDays(today(), -1), endReason: 'unable' },
    ]);
    const promised = await care.county.rows.sql(
      `SELECT payload FROM outbox WHERE county_id = $1 AND kind = 'guardian-changed' AND payload->>'patientId' = $2`,
      [1, ward.patientId],
    );
    expect(promised).toHaveLength(1);
    await care.county.work();
  });

  it('may stand beside the others, be asked from now on, and end', async () => {
    const ward = await care.ward({ risk: 2 });
    await care.plan();
    const second = await care.county.person();
    const { guardianshipId, isPrimary } = ok(await appoint(ward, second, { primary: false, relation: 'child' }));
    expect(isPrimary).toBe(false);
    expect((await appoint(ward, second)).refusal.code).toBe('GUARDIAN_ALREADY');
    const params = { ...of(ward), guardianshipId };
    ok(await care.county.call(makeGuardianPrimary, { as: care.people.officer, params }));
    expect(await care.tasksOf(second, ward)).toHaveLength(1);
    const body = { lastDay: addDays(today(), -1), reason: 'changed' };
    ok(await care.county.call(endGuardianship, { as: care.people.officer, params, body }));
    expect(await care.tasksOf(second, ward)).toEqual([]);
    expect(await care.tasksOf(ward.guardian, ward)).toHaveLength(1);
    expect((await primaryOf(ward))?.personId).toBe(ward.guardian.id);
  });

  it('asks for the paper where the family’s own right is not enough (SJ-03)', async () => {
    const ward = await care.ward();
    const who = await care.county.person();
    const entrusted = { relation: 'entrusted', kind: 'entrusted' };
    expect((await appoint(ward, who, entrusted)).refusal.code).toBe('GUARDIAN_PROOF_NEEDED');
    ok(await appoint(ward, who, { ...entrusted, proof: '村委会 2026 年 6 月同意书' }));
    expect((await list(ward)).guardians[0]).toMatchObject({ kind: 'entrusted', proof: '村委会 2026 年 6 月同意书' });
    expect((await appoint(ward, await care.county.person(), {}, care.people.doctor)).status).toBe(404);
  });
});

describe('a helper of a guardian without a phone', () => {
  const helped = async () => {
    const ward = await care.ward({ risk: 2 });
    await care.plan();
    const helper = await care.county.person();
    const { name, phone } = helper;
    const body = { ...(await care.helps(ward, helper)), name, phone, from: today(), proof: '监护人当面委托，村主任在场' };
    expect((await list(ward)).helpers).toMatchObject([{ personId: helper.id }]);
    return { ward, helper, body };
  };

  it('confirms and reports for the guardian, and is recorded as doing so', async () => {
    const { ward, helper } = await helped();
    expect(ok(await care.county.call(readMe, { as: helper }))).toMatchObject({ isGuardian: false, isHelper: true });
    expect(ok(await care.county.call(listWards, { as: helper })).rows).toMatchObject([
      { patientId: ward.patientId, label: '子女', onBehalfOf: ward.guardian.name },
    ]);
    expect(await care.tasksOf(helper, ward)).toMatchObject([{ kind: 'medicationConfirmation' }]);
    const week = ok(await care.county.call(readMedicationWeek, { as: helper, params: of(ward), query: {} }));
    expect(week.days.find(day => day.on === today())?.answerable).toBe(true);
    ok(await confirm(ward, helper));
    const at = care.county.clock.now().toISOString();
    ok(
      await care.county.call(reportIncident, {
        as: helper,
        params: of(ward),
        body: { incidentId: newId(), kind: 'fluctuation', happenedAt: at },
      }),
    );
    const rows = await care.county.rows.sql(
      `SELECT person_id AS by, on_behalf_of AS "for" FROM confirmation WHERE county_id = $1 AND patient_id = $2
       UNION ALL SELECT incident_report.reported_by, on_behalf_of FROM incident_report JOIN incident ON incident.county_id = $1 AND incident.id = incident_id
       WHERE incident_report.county_id = $1 AND incident.patient_id = $2`,
      [1, ward.patientId],
    );
    expect(rows).toEqual(Array(2).fill({ by: helper.id, for: ward.guardian.id }));
    const deeds = await care.county.rows.sql<{ facts: object }>(
      `SELECT facts FROM deed WHERE county_id = $1 AND patient_id = $2 AND act IN ('medication:confirmed', 'incidents:reported')`,
      [1, ward.patientId],
    );
    for (const { facts } of deeds) expect(facts).toMatchObject({ onBehalfOf: ward.guardian.id });
    expect(deeds).toHaveLength(2);
    await care.county.work();
  });

  it('neither reads the file nor signs nor claims', async () => {
    const { helper, ward } = await helped();
    expect((await care.county.call(readPatient, { as: helper, params: of(ward) })).status).toBe(404);
    const strokes = { version: 1, contentSha256: '0'.repeat(64), readingId: newId(), readToEnd: true, strokes: STROKES };
    expect((await care.county.call(signAgreement, { as: helper, params: { agreementId: newId() }, body: strokes })).status).toBe(404);
    expect((await care.county.call(claimEntitlement, { as: helper, params: { entitlementId: newId() } })).status).toBe(404);
  });

  it('sees what the family could have and answers what is asked, and does not apply', async () => {
    const { helper, ward } = await helped();
    const outlook = ok(await care.county.call(readOutlook, { as: helper, params: of(ward) }));
    expect(outlook.benefits.length).toBeGreaterThan(0);
    expect(outlook.may).toEqual({ tell: true, apply: false, handle: false });
    // What a verdict rests on, ratings among it, is the family's.
    expect(outlook.benefits.flatMap(benefit => benefit.findings)).toEqual([]);
    const own = ok(await care.county.call(readOutlook, { as: ward.guardian, params: of(ward) }));
    expect(own.benefits.flatMap(benefit => benefit.findings).length).toBeGreaterThan(0);
    const stranger = await care.county.person();
    expect((await care.county.call(readOutlook, { as: stranger, params: of(ward) })).status).toBe(404);
  });

  it('is invited by the office like a guardian, and shown with who recorded it by what proof', async () => {
    const { helper, ward } = await helped();
    const invited = await care.county.call(inviteGuardian, { as: care.people.officer, params: { ...of(ward), personId: helper.id } });
    expect(invited.status).toBe(200);
    expect((await list(ward)).helpers).toMatchObject([
      {
        personId: helper.id,
        guardianName: ward.guardian.name,
        proof: '监护人当面委托，村主任在场',
        recordedBy: care.people.officer.name,
        inForce: true,
      },
    ]);
  });

  it('acts no more when ended, when the days are over, and when the guardianship it is lent from ends', async () => {
    const { helper, ward, body } = await helped();
    const again = { ...body, helperId: newId() };
    const name = (more: object) => care.county.call(nameHelper, { as: care.people.officer, params: of(ward), body: { ...again, ...more } });
    expect((await name({})).refusal.code).toBe('HELPER_ALREADY');
    ok(await care.county.call(endHelper, { as: care.people.officer, params: { ...of(ward), helperId: body.helperId } }));
    expect((await confirm(ward, helper)).status).toBe(404);
    expect(await care.tasksOf(ward.guardian, ward)).toHaveLength(1);
    ok(await name({ until: addDays(today(), 2) }));
    ok(await confirm(ward, helper));
    care.county.clock.set(new Date(MONDAY.getTime() + 3 * 86_400_000));
    expect((await confirm(ward, helper)).status).toBe(404);
    ok(await name({ helperId: newId(), from: today() }));
    const next = await care.county.person();
    ok(await appoint(ward, next, { replaces: { guardianshipId: body.guardianshipId, reason: 'died' } }));
    expect((await confirm(ward, helper)).status).toBe(404);
    expect((await name({ helperId: newId(), from: today() })).status).toBe(404);
  });
});
