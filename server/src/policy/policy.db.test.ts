import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { listPolicies, setPolicy } from '@guanhu/shared/policy/policy.routes';
import { SHIPPED_POLICIES, SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { careCounty, type CareCounty } from '../testing/care.ts';
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
      effectiveOn: null,
      setAt: null,
      inForce: true,
      policy: SHIPPED_POLICIES.medication,
    });
    expect(body.policies.find(one => one.kind === 'visit')).toMatchObject({ seq: 1, policy: SHIPPED_VISIT_POLICIES.fourColours.policy });
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
    expect(answer.refusal.code).toBe('POLICY_LOOSER_THAN_NATIONAL');
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
    expect(await policies.inForce(care.county.rows, 'medication', today())).toEqual(SHIPPED_POLICIES.medication);
    expect(await policies.inForce(care.county.rows, 'medication', effectiveOn)).toEqual(medication);
    expect(await policies.beginningsWithin(care.county.rows, 'medication', today(), addDays(today(), 20))).toEqual([
      { from: today(), policy: SHIPPED_POLICIES.medication },
      { from: effectiveOn, policy: medication },
    ]);
  });
});
