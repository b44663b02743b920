import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { listPolicies, setPolicy } from '@guanhu/shared/policy/policy.routes';
import { POLICY_KIND_KEYS } from '@guanhu/shared/policy/policy.terms';
import { SHIPPED_POLICIES, SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { MONDAY, careCounty, type CareCounty } from '../testing/care.ts';
import { Policies } from './policy.public.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
afterAll(() => care.county.close());

const medication = { ...SHIPPED_POLICIES.medication, silentDays: 5 };
const set = (body: object, as = care.people.administrator, kind = 'medication' as const) =>
  care.county.call(setPolicy, { as, params: { kind }, body });
const today = () => care.county.clock.today();

describe('policies', () => {
  it('are the shipped ones until something is set', async () => {
    const { body } = await care.county.call(listPolicies, { as: care.people.administrator });
    expect(body.policies.find(one => one.kind === 'medication')).toEqual({
      kind: 'medication',
      seq: 0,
      newestSeq: 0,
      effectiveOn: null,
      setAt: null,
      inForce: true,
      townshipId: null,
      townshipName: null,
      policy: SHIPPED_POLICIES.medication,
    });
    expect(body.policies.find(one => one.kind === 'visit')).toMatchObject({ seq: 1, policy: SHIPPED_VISIT_POLICIES.fourColours.policy });
  });

  it('may be stored of every kind', async () => {
    const [row] = await care.county.database.owner<{ rule: string }>(
      `SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname = 'policy_version_kind'`,
    );
    expect(POLICY_KIND_KEYS.filter(kind => !row?.rule.includes(`'${kind}'`))).toEqual([]);
  });

  it.each([
    ['yesterday', () => ({ effectiveOn: addDays(today(), -1), after: 0, policy: medication }), 422, 'POLICY_NOT_BACKWARD'],
    ['over a version that was not read', () => ({ effectiveOn: today(), after: 7, policy: medication }), 409, 'STALE'],
    ['under the wrong kind', () => ({ effectiveOn: today(), after: 0, policy: SHIPPED_POLICIES.reminder }), 400, 'INPUT_INVALID'],
    ['with a field nobody knows', () => ({ effectiveOn: today(), after: 0, policy: { ...medication, extra: 1 } }), 400, 'INPUT_INVALID'],
  ])('are not set %s, and nothing is written', async (_, body, status, code) => {
    const answer = await set(body());
    expect([answer.status, answer.refusal.code]).toEqual([status, code]);
    expect(await care.county.rows.sql(`SELECT 1 FROM policy_version WHERE county_id = $1 AND kind = 'medication'`, [1])).toEqual([]);
  });

  it('never make the doctor come more seldom than the norm', async () => {
    const { policy } = SHIPPED_VISIT_POLICIES.national;
    const loose = { ...policy, bands: policy.bands.map(band => ({ ...band, intervalDays: { doctor: 90 } })) };
    const answer = await care.county.call(setPolicy, {
      as: care.people.administrator,
      params: { kind: 'visit' },
      body: { effectiveOn: today(), after: 1, policy: loose },
    });
    expect([answer.refusal.code, answer.refusal.fields]).toEqual([
      'POLICY_LOOSER_THAN_NATIONAL',
      ['unstable.doctor', 'basicStable.doctor'],
    ]);
  });

  it('are set by the administrator only, read by the offices', async () => {
    const body = { effectiveOn: today(), after: 0, policy: medication };
    expect((await set(body, care.people.officer)).status).toBe(404);
    expect((await care.county.call(listPolicies, { as: care.people.gridWorker })).status).toBe(404);
    expect((await care.county.call(listPolicies, { as: care.people.officer })).status).toBe(200);
  });

  it('hold from their day on; the same key sets them once', async () => {
    const effectiveOn = addDays(today(), 10);
    const key = '01900000-0000-7000-8000-0000000000aa';
    const call = {
      as: care.people.administrator,
      params: { kind: 'medication' as const },
      body: { effectiveOn, after: 0, policy: medication },
      key,
    };
    const first = await care.county.call(setPolicy, call);
    expect(first.body).toMatchObject({ seq: 1, inForce: false });
    expect((await care.county.call(setPolicy, call)).body).toEqual(first.body);
    const policies = care.county.app.get(Policies);
    expect(await policies.inForce(care.county.rows, 'medication', today(), 'county')).toEqual(SHIPPED_POLICIES.medication);
    expect(await policies.inForce(care.county.rows, 'medication', effectiveOn, 'county')).toEqual(medication);
    expect(await policies.beginningsWithin(care.county.rows, 'medication', { from: today(), to: addDays(today(), 20) }, 'county')).toEqual([
      { from: today(), policy: SHIPPED_POLICIES.medication },
      { from: effectiveOn, policy: medication },
    ]);
  });
});

describe('a township', () => {
  const visit = (over: object = {}) => ({ ...SHIPPED_VISIT_POLICIES.fourColours.policy, ...over });
  const setVisit = async (body: object) => {
    const { policies } = (await care.county.call(listPolicies, { as: care.people.administrator })).body;
    const after = policies.find(one => one.kind === 'visit')?.newestSeq ?? 0;
    const answer = await care.county.call(setPolicy, {
      as: care.people.administrator,
      params: { kind: 'visit' },
      body: { effectiveOn: today(), after, ...body },
    });
    await care.county.work();
    return answer;
  };
  const dueDays = async (patientId: string) =>
    Object.fromEntries(
      (
        await care.county.rows.sql<{ seat: string; days: number; late: number }>(
          `SELECT seat, due_on - counted_from AS days, overdue_after - due_on AS late FROM visit_due WHERE county_id = $1 AND patient_id = $2`,
          [1, patientId],
        )
      ).map(row => [row.seat, [row.days, row.late]]),
    );

  it('has its own, before the county’s, in every date and task of its patients, until it follows the county again', async () => {
    const { areas } = care.county;
    const here = await care.ward({ risk: 4 });
    const there = await care.ward({ risk: 4, village: areas.farVillage, township: areas.otherTownship });
    await care.plan();
    expect(await dueDays(here.patientId)).toMatchObject({ gridWorker: [3, 0], doctor: [14, 0] });

    const bands = visit().bands.map(band => (band.key === 'red' ? { ...band, intervalDays: { doctor: 14, gridWorker: 2 } } : band));
    const own = await setVisit({ townshipId: areas.otherTownship, policy: visit({ bands, graceDays: 2, horizonDays: 0 }) });
    expect(own.body).toMatchObject({ inForce: true, townshipId: areas.otherTownship, townshipName: '苍岭乡' });
    expect(await dueDays(here.patientId)).toMatchObject({ gridWorker: [3, 0] });
    expect(await dueDays(there.patientId)).toEqual({ gridWorker: [2, 2], doctor: [14, 2] });
    // Planned by the township's own horizon: nothing is due today. What the other visit of the week was is gone with its seat.
    const another = await care.ward({ risk: 4, village: areas.farVillage, township: areas.otherTownship });
    await care.plan();
    expect(await care.visitsOf(care.people.gridWorker, another)).toEqual([]);
    expect(await care.visitsOf(care.people.police, there)).toEqual([]);

    const listed = (await care.county.call(listPolicies, { as: care.people.officer })).body.policies.filter(one => one.kind === 'visit');
    expect(listed.map(one => [one.townshipName, one.inForce])).toEqual([
      [null, true],
      ['苍岭乡', true],
    ]);
    expect((await setVisit({ townshipId: areas.otherTownship, policy: null })).body).toMatchObject({ inForce: true, policy: null });
    expect(await dueDays(another.patientId)).toMatchObject({ police: [7, 0], lead: [7, 0] });
  });

  it.each([
    ['what is nobody’s township', () => ({ townshipId: care.county.areas.village, policy: visit() })],
    ['a county without a policy', () => ({ policy: null })],
  ])('is not %s', async (_, body) => {
    expect((await setVisit(body())).refusal.code).toBe('POLICY_NOT_OF_TOWNSHIP');
  });

  it('has no holidays of its own', async () => {
    const body = { effectiveOn: today(), after: 0, townshipId: care.county.areas.township, policy: SHIPPED_POLICIES.calendar };
    const answer = await care.county.call(setPolicy, { as: care.people.administrator, params: { kind: 'calendar' }, body });
    expect(answer.refusal.code).toBe('POLICY_NOT_OF_TOWNSHIP');
  });
});

describe('a version of a later day', () => {
  it('takes effect on its day by the run of the night, and dates follow', async () => {
    const ward = await care.ward({ risk: 1 });
    await care.plan();
    const standing = async () =>
      (
        await care.county.rows.sql<{ policy_seq: number; band: string }>(
          'SELECT policy_seq, band FROM standing WHERE county_id = $1 AND id = $2',
          [1, ward.patientId],
        )
      )[0];
    const before = await standing();
    const { policies } = (await care.county.call(listPolicies, { as: care.people.administrator })).body;
    const after = policies.find(one => one.kind === 'visit')?.newestSeq ?? 0;
    const body = { effectiveOn: addDays(today(), 1), after, policy: SHIPPED_VISIT_POLICIES.threeColours.policy };
    await care.county.call(setPolicy, { as: care.people.administrator, params: { kind: 'visit' }, body });
    await care.county.work();
    expect(await standing()).toEqual(before);
    care.county.clock.set(new Date(MONDAY.getTime() + 86_400_000));
    await care.plan();
    expect(await standing()).toEqual({ policy_seq: after + 1, band: 'yellow' });
    care.county.clock.set(MONDAY);
  });
});
