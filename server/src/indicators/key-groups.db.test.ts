import { addDays, startOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { listKeyGroup } from '@guanhu/shared/indicators/key-groups.routes';
import type { KeyGroup } from '@guanhu/shared/indicators/key-groups.terms';
import { SHIPPED_INDICATORS } from '@guanhu/shared/policy/indicator-policy.terms';
import { recordGrant, tellFact } from '@guanhu/shared/relief/relief.routes';
import { matchNotice, recordNotice } from '@guanhu/shared/screening/notice.routes';
import { checkInVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import { newId } from '../platform/ids.ts';
import { Files } from '../registry/registry.public.ts';
import { careCounty, MONDAY, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
afterAll(() => care.county.close());
beforeEach(() => care.county.clock.set(MONDAY));

const page = async (group: KeyGroup, as: TestPerson, query: { limit?: number; after?: Id } = {}) =>
  ok(await care.county.call(listKeyGroup, { as, query: { group, limit: 100, ...query } }));
const listed = async (group: KeyGroup, as: TestPerson = care.people.officer) => (await page(group, as)).rows.map(row => row.patientId);
const of = ({ patientId }: Ward) => ({ patientId });

async function visited(ward: Ward, as: TestPerson, record: object): Promise<void> {
  const { visitId } = ok(
    await care.county.call(checkInVisit, { as, params: of(ward), body: { visitId: newId(), at: care.county.clock.now().toISOString() } }),
  );
  ok(await care.county.call(recordVisit, { as, params: { visitId }, body: { version: 1, ...record } }));
  await care.county.work();
}
const quick = (more: object) => ({
  form: 'quick',
  record: { result: 'done', form: 2, respondents: [2], situation: 1, condition: 1, adherence: 1, guardianship: 1, control: 1, ...more },
});

it('lists who came home, with the day, as long as the policy looks back (DY-02)', async () => {
  const { officer, police } = care.people;
  const [ward, other] = [await care.ward(), await care.ward()];
  const comesOn = care.county.clock.today();
  const told = { noticeId: newId(), source: 'custody', from: '县看守所', comesOn, person: { name: '夏侯归' } } as const;
  ok(await care.county.call(recordNotice, { as: police, params: { areaId: care.county.areas.township }, body: told }));
  expect(await listed('cameHome')).toEqual([]);
  ok(
    await care.county.call(matchNotice, {
      as: officer,
      params: { noticeId: told.noticeId },
      body: { as: 'file', patientId: ward.patientId, version: 1 },
    }),
  );
  expect((await page('cameHome', officer)).rows).toMatchObject([{ patientId: ward.patientId, villageName: '竹坪村', since: comesOn }]);
  expect(await listed('cameHome')).not.toContain(other.patientId);
  const { homeDays } = SHIPPED_INDICATORS.keyGroups;
  care.county.clock.set(startOf(addDays(comesOn, homeDays)));
  expect(await listed('cameHome')).toEqual([ward.patientId]);
  care.county.clock.set(startOf(addDays(comesOn, homeDays + 1)));
  expect(await listed('cameHome')).toEqual([]);
});

it('lists who takes no medicine, until a visit finds it otherwise (DY-02)', async () => {
  const { gridWorker } = care.people;
  const [ward, well] = [await care.ward(), await care.ward()];
  await visited(ward, gridWorker, quick({ adherence: 3 }));
  await visited(well, gridWorker, quick({}));
  expect(await listed('withoutMedicine')).toEqual([ward.patientId]);
  care.county.clock.set(new Date(MONDAY.getTime() + 3_600_000));
  await visited(ward, gridWorker, quick({}));
  expect(await listed('withoutMedicine')).toEqual([]);
});

it('lists families in need by the ledger, the file, or what the family said (DY-02, BQ-11)', async () => {
  const { officer } = care.people;
  const [granted, filed, said, denied] = [await care.ward(), await care.ward(), await care.ward(), await care.ward()];
  const from = care.county.clock.today();
  ok(await care.county.call(recordGrant, { as: officer, params: of(granted), body: { grantId: newId(), benefit: 'minimumLiving', from } }));
  await care.county.rows.inTransaction(tx =>
    care.county.app
      .get(Files)
      .state(tx, { actor: 'system', patientId: filed.patientId, set: { economy: '1' }, act: 'registry:record-imported' }),
  );
  for (const [ward, answer] of [
    [said, 'yes'],
    [denied, 'no'],
  ] as const)
    ok(await care.county.call(tellFact, { as: officer, params: of(ward), body: { fact: 'lowIncome', answer } }));
  expect((await listed('poor')).sort()).toEqual([granted, filed, said].map(ward => ward.patientId).sort());
});

it('lists who has no guardian, and whose guardian does too little or has two (DY-02, SJ-05)', async () => {
  const { gridWorker } = care.people;
  const [alone, weak, fair] = [await care.ward(), await care.ward(), await care.ward()];
  await care.county.rows.sql('UPDATE guardianship SET until = $3 WHERE county_id = $1 AND patient_id = $2', [
    care.county.countyId,
    alone.patientId,
    addDays(care.county.clock.today(), -1),
  ]);
  await visited(weak, gridWorker, quick({ guardianship: 3 }));
  await visited(fair, gridWorker, quick({ guardianship: 2 }));
  const first = await care.county.ward();
  const second = await care.county.ward({ guardian: first.guardian });
  expect(await listed('noGuardian')).toEqual([alone.patientId]);
  expect((await listed('weakGuardian')).sort()).toEqual([weak, first, second].map(ward => ward.patientId).sort());
});

it('shows a person their own alone, page by page, and notes who was shown', async () => {
  const { lead, stranger, officer } = care.people;
  const { countyId, rows } = care.county;
  const notOfTeam = (await care.ward({ teamed: false })).patientId;
  ok(await care.county.call(tellFact, { as: officer, params: { patientId: notOfTeam }, body: { fact: 'poor', answer: 'yes' } }));
  const all = await listed('poor');
  expect(all).toContain(notOfTeam);
  expect(await listed('poor', lead)).toEqual(all.filter(id => id !== notOfTeam));
  expect(await listed('poor', stranger)).toEqual([]);

  const seen: Id[] = [];
  for (let after: Id | undefined; ;) {
    const { rows: shown, next } = await page('poor', officer, { limit: 1, ...(after === undefined ? {} : { after }) });
    seen.push(...shown.map(row => row.patientId));
    if (next === null) break;
    after = next;
  }
  expect(seen).toEqual(all);
  const [read] = await rows.sql<{ patient_ids: Id[] }>(
    `SELECT patient_ids FROM read_log WHERE county_id = $1 AND what = 'key-group-list' AND person_id = $2 ORDER BY at DESC, id DESC LIMIT 1`,
    [countyId, officer.id],
  );
  expect(read?.patient_ids).toEqual([all.at(-1)]);
});
