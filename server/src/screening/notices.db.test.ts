import { addDays, startOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { readClue } from '@guanhu/shared/screening/clue.routes';
import { finishNotice, listNotices, matchNotice, readNotice, recordNotice } from '@guanhu/shared/screening/notice.routes';
import { checkInVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import { newId } from '../platform/ids.ts';
import { careCounty, type CareCounty } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';
import { EraseEndedClues } from './erase-ended-clues.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
afterAll(() => care.county.close());

const { noticeTeamDays, noticeVisitDays, endedClueDays } = SHIPPED_POLICIES.screening;
const record = (as: TestPerson, more: object = {}, areaId = care.county.areas.township) =>
  care.county.call(recordNotice, {
    as,
    params: { areaId },
    body: {
      noticeId: newId(),
      source: 'custody',
      from: '县看守所',
      comesOn: care.county.clock.today(),
      person: { name: '夏侯归' },
      note: '家里只有老母亲',
      ...more,
    },
  });
const match = (noticeId: Id, body: object, as = care.people.officer) => care.county.call(matchNotice, { as, params: { noticeId }, body });
const finish = (noticeId: Id, body: object, as = care.people.officer) => care.county.call(finishNotice, { as, params: { noticeId }, body });
const read = async (noticeId: Id) => ok(await care.county.call(readNotice, { as: care.people.officer, params: { noticeId } }));

it('tells the township’s office at once, and stands until the team is there and somebody has been to the house (DY-07, TH-03, DY-02)', async () => {
  const { officer, police, gridWorker, doctor } = care.people;
  const { rows, areas, clock } = care.county;
  const comesOn = addDays(clock.today(), 2);
  expect((await record(gridWorker)).status).toBe(404);
  expect((await record(police, {}, areas.otherTownship)).status).toBe(404);
  const { noticeId } = ok(await record(police, { comesOn }));
  const told = await rows.sql<{ payload: object }>(
    `SELECT payload FROM outbox WHERE county_id = 1 AND kind = 'review-asked' AND key LIKE 'review:notice:' || $1 || '%'`,
    [noticeId],
  );
  expect(told.map(row => row.payload)).toEqual([{ personId: officer.id, nearPatientId: null }]);
  const listed = ok(await care.county.call(listNotices, { as: doctor })).rows;
  expect(listed).toMatchObject([{ noticeId, nameless: '夏某', state: 'open', team: false, visitedOn: null, late: false }]);
  expect(JSON.stringify(listed)).not.toContain('夏侯');

  const ward = await care.ward({ teamed: false });
  expect((await finish(noticeId, { as: 'done', version: 1 })).refusal.code).toBe('NOTICE_NOT_MATCHED');
  expect((await match(noticeId, { as: 'file', patientId: ward.patientId, version: 1 }, doctor)).status).toBe(404);
  ok(await match(noticeId, { as: 'file', patientId: ward.patientId, version: 1 }));
  expect((await match(noticeId, { as: 'file', patientId: ward.patientId, version: 2 })).refusal.code).toBe('NOTICE_MATCHED');
  expect((await finish(noticeId, { as: 'done', version: 2 })).refusal.code).toBe('NOTICE_WITHOUT_TEAM');
  const notice = await read(noticeId);
  expect([notice.teamDueOn, notice.visitDueOn]).toEqual([addDays(clock.today(), noticeTeamDays), addDays(comesOn, noticeVisitDays)]);
  await care.seat(ward);
  expect((await finish(noticeId, { as: 'done', version: 2 })).refusal.code).toBe('NOTICE_WITHOUT_VISIT');
  clock.set(startOf(addDays(notice.visitDueOn, 1)));
  expect(await read(noticeId)).toMatchObject({ team: true, late: true });

  const visitId = newId();
  const params = { patientId: ward.patientId };
  ok(await care.county.call(checkInVisit, { as: gridWorker, params, body: { visitId, at: clock.now().toISOString() } }));
  const done = {
    result: 'done',
    form: 2,
    respondents: [1],
    risk: 0,
    symptoms: [],
    insight: 1,
    adherence: 1,
    stability: 'stable',
    overrideReason: '回家后平稳',
  };
  ok(await care.county.call(recordVisit, { as: gridWorker, params: { visitId }, body: { version: 1, record: done } }));
  expect(await read(noticeId)).toMatchObject({ visitedOn: clock.today(), late: false });
  expect(ok(await finish(noticeId, { as: 'done', version: 2 }))).toMatchObject({ state: 'done' });
  expect((await finish(noticeId, { as: 'withdrawn', reason: '重复', version: 3 })).refusal.code).toBe('NOTICE_ENDED');
});

it('makes a clue of somebody who has no file, and forgets both when their time is over (DY-06, DY-13)', async () => {
  const { officer } = care.people;
  const { areas, clock, app, countyId, rows } = care.county;
  const { noticeId } = ok(await record(officer, { source: 'communityCorrection' }));
  const clueId = newId();
  ok(await match(noticeId, { as: 'clue', clueId, villageId: areas.village, version: 1 }));
  expect(ok(await care.county.call(readClue, { as: officer, params: { clueId } }))).toMatchObject({
    person: { name: '夏侯归' },
    source: 'department',
    group: 6,
    state: 'open',
  });
  expect(await read(noticeId)).toMatchObject({ state: 'toClue', clueId });
  const erasedOn = async (days: number) => {
    clock.set(startOf(addDays(clock.today(), days)));
    await app.get(EraseEndedClues).run(countyId);
    return rows.sql('SELECT 1 FROM release_notice WHERE county_id = 1 AND id = $1 AND num_nonnulls(told_sealed, end_sealed) > 0', [
      noticeId,
    ]);
  };
  expect(await erasedOn(endedClueDays)).toHaveLength(1);
  expect(await erasedOn(1)).toEqual([]);
  expect(await read(noticeId)).toMatchObject({ person: null, from: null, note: null, nameless: null });
});
