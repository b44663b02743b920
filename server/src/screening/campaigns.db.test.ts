import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { addDays, calendarDate, startOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { answerVillage, correctGap, findGap, listCampaigns, planCampaign, readCampaign } from '@guanhu/shared/screening/campaign.routes';
import { reportClue } from '@guanhu/shared/screening/clue.routes';
import { newId } from '../platform/ids.ts';
import { careCounty, type CareCounty } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';
import { OpenRounds } from './open-rounds.ts';

let care: CareCounty;
let otherLead: TestPerson;
beforeAll(async () => {
  care = await careCounty();
  otherLead = await care.county.person({ role: 'villageLead', area: care.county.areas.otherVillage });
}, 60_000);
afterAll(() => care.county.close());

const daily = () => care.county.app.get(OpenRounds).run(care.county.countyId);
const on = (day: string) => care.county.clock.set(startOf(calendarDate(day)));
const list = async (as: TestPerson) => ok(await care.county.call(listCampaigns, { as })).rows;
const read = async (campaignId: Id, as: TestPerson) => ok(await care.county.call(readCampaign, { as, params: { campaignId } }));
const answer = (campaignId: Id, areaId: Id, said: 'nobody' | 'clues', as: TestPerson) =>
  care.county.call(answerVillage, { as, params: { campaignId, areaId }, body: { answer: said } });
const clueIn = async (areaId: Id, as: TestPerson) =>
  ok(
    await care.county.call(reportClue, {
      as,
      params: { areaId },
      body: { clueId: newId(), form: 1, yes: [3], source: 'visit', whereabouts: 'homeless', person: { name: '某无名' } },
    }),
  );
const roundOf = async (as: TestPerson, title: string) => {
  const round = (await list(as)).find(row => row.title === title);
  if (!round) throw new Error('no such round');
  return round;
};

it('opens a round in every village each half-year, once, however often the day is planned (SJ-15, DY-03)', async () => {
  const { officer, administrator, lead } = care.people;
  on('2026-06-29');
  await daily();
  await daily();
  expect((await list(officer)).map(row => [row.title, row.kind, row.villages, row.answered])).toEqual([
    ['2026年上半年排查', 'round', 2, 0],
  ]);
  on('2026-07-01');
  await daily();
  expect((await list(administrator)).map(row => [row.title, row.areaName, row.villages])).toEqual(
    expect.arrayContaining([
      ['2026年下半年排查', '云坪镇', 2],
      ['2026年下半年排查', '苍岭乡', 1],
    ]),
  );
  expect(await list(administrator)).toHaveLength(4);
  // A village sees its own township's round and its own line of it.
  const mine = await read((await roundOf(lead, '2026年下半年排查')).campaignId, lead);
  expect(mine.villages).toMatchObject([{ areaName: '竹坪村', answer: null, mine: true }]);
});

it('takes each village’s own answer, which agrees with its clues (SJ-05, BQ-11, TH-09)', async () => {
  const { officer, gridWorker, lead, stranger, townshipLead } = care.people;
  const { village, otherVillage } = care.county.areas;
  on('2026-07-02');
  const { campaignId } = await roundOf(officer, '2026年下半年排查');
  expect((await answer(campaignId, village, 'clues', lead)).refusal.code).toBe('VILLAGE_WITHOUT_CLUES');
  expect((await answer(campaignId, village, 'nobody', otherLead)).status).toBe(404);
  expect((await answer(campaignId, village, 'nobody', stranger)).status).toBe(404);
  ok(await answer(campaignId, village, 'nobody', gridWorker));
  await clueIn(village, gridWorker);
  expect((await answer(campaignId, village, 'nobody', lead)).refusal.code).toBe('VILLAGE_HAS_CLUES');
  ok(await answer(campaignId, village, 'clues', lead));
  const { villages, campaign, summary } = await read(campaignId, townshipLead);
  expect(villages).toMatchObject([
    { areaId: otherVillage, answer: null, clues: 0 },
    { areaId: village, answer: 'clues', clues: 1, late: 0 },
  ]);
  expect([campaign.answered, campaign.clues, summary]).toEqual([
    1,
    1,
    { byState: [{ state: 'open', clues: 1 }], byGroup: [{ group: null, clues: 1 }] },
  ]);
});

it('finds at the self-check who has not answered, and takes what was put right with a remark (DY-03, SJ-07)', async () => {
  const { officer, gridWorker, doctor } = care.people;
  const { village, otherVillage } = care.county.areas;
  on('2026-07-03');
  const { campaignId, fillGapsOn } = await roundOf(officer, '2026年下半年排查');
  care.county.clock.set(startOf(addDays(fillGapsOn, -1)));
  await daily();
  expect((await read(campaignId, officer)).gaps).toEqual([]);
  care.county.clock.set(startOf(fillGapsOn));
  await daily();
  await daily();
  const [gap] = (await read(campaignId, officer)).gaps;
  expect((await read(campaignId, officer)).gaps).toMatchObject([{ kind: 'unanswered', areaName: '柳湾村', correctedAt: null }]);
  const correct = (gapId: Id, as: TestPerson) => care.county.call(correctGap, { as, params: { gapId }, body: { remark: '已逐户走访' } });
  const gapId = gap?.gapId ?? '';
  expect((await correct(gapId, gridWorker)).status).toBe(404);
  expect((await correct(gapId, otherLead)).refusal.code).toBe('GAP_VILLAGE_SILENT');
  ok(await answer(campaignId, otherVillage, 'nobody', otherLead));
  ok(await correct(gapId, otherLead));
  expect((await correct(gapId, otherLead)).refusal.code).toBe('GAP_FILLED');

  const found = { gapId: newId(), areaId: village, words: '桥头两户没有去' };
  expect((await care.county.call(findGap, { as: gridWorker, params: { campaignId }, body: found })).status).toBe(404);
  ok(await care.county.call(findGap, { as: doctor, params: { campaignId }, body: found }));
  expect((await read(campaignId, officer)).gaps).toMatchObject([
    { kind: 'other', words: '桥头两户没有去', correctedAt: null },
    { kind: 'unanswered', remark: '已逐户走访' },
  ]);
});

it('is planned by the office in four stages, and its summary for the county names nobody (DY-03, DY-14)', async () => {
  const { officer, administrator, lead } = care.people;
  const { township, village, otherTownship } = care.county.areas;
  on('2026-09-01');
  const today = calendarDate('2026-09-01');
  const days = {
    planOn: today,
    carryOutOn: today,
    fillGapsOn: addDays(today, 10),
    consolidateOn: addDays(today, 20),
    endsOn: addDays(today, 30),
  };
  const body = { campaignId: newId(), areaId: township, title: '秋季专项排查', groups: [2, 6], ...days };
  const plan = (as: TestPerson, more: object = {}) => care.county.call(planCampaign, { as, body: { ...body, ...more } });
  expect((await plan(lead)).status).toBe(404);
  expect((await plan(officer, { areaId: otherTownship })).status).toBe(404);
  expect((await plan(officer, { fillGapsOn: today })).refusal.code).toBe('CAMPAIGN_DAYS_WRONG');
  expect((await plan(officer, { groups: [7] })).refusal.code).toBe('CLUE_FORM_UNKNOWN');
  ok(await plan(officer));
  await clueIn(village, lead);
  const summary = await read(body.campaignId, administrator);
  expect(summary.campaign).toMatchObject({ villages: 2, clues: 1, phase: 'carryOut', groups: [2, 6] });
  expect(JSON.stringify(summary)).not.toContain('某无名');
  on('2026-10-02');
  expect((await answer(body.campaignId, village, 'clues', lead)).refusal.code).toBe('CAMPAIGN_NOT_RUNNING');
});

describe('the village’s task', () => {
  const tasksOf = async (as: TestPerson) =>
    ok(await care.county.call(listTodaysTasks, { as })).rows.filter(row => row.kind === 'villageRound');

  it('comes with the round, opens it, follows the post, and goes when the village has answered (SJ-15, BQ-11)', async () => {
    const { gridWorker, lead, officer } = care.people;
    const { village, otherVillage } = care.county.areas;
    on('2027-01-04');
    await daily();
    await daily();
    const { campaignId, fillGapsOn } = await roundOf(officer, '2027年上半年排查');
    const due = addDays(fillGapsOn, -1);
    expect(await tasksOf(lead)).toMatchObject([{ causeId: campaignId, patientId: null, patientName: null, dueOn: due, timing: 'ahead' }]);
    expect([await tasksOf(gridWorker), await tasksOf(officer)]).toEqual([[], []]);
    expect(await tasksOf(otherLead)).toHaveLength(1);

    // The lead's post ends: the village is still asked, by its grid worker.
    await care.county.rows.sql(`UPDATE post SET until_on = $3 WHERE county_id = $1 AND person_id = $2 AND role = 'villageLead'`, [
      care.county.countyId,
      lead.id,
      calendarDate('2027-01-04'),
    ]);
    on('2027-01-05');
    await daily();
    expect([await tasksOf(lead), (await tasksOf(gridWorker)).length]).toEqual([[], 1]);

    ok(await answer(campaignId, village, 'nobody', gridWorker));
    expect([await tasksOf(gridWorker), (await tasksOf(otherLead)).length]).toEqual([[], 1]);
    await daily();
    expect(await tasksOf(gridWorker)).toEqual([]);

    // Who has not answered is late, and is asked no more when it is over.
    care.county.clock.set(startOf(fillGapsOn));
    await daily();
    expect(await tasksOf(otherLead)).toMatchObject([{ timing: 'overdue', overdueDays: 1, dueOn: due }]);
    on('2027-07-01');
    await daily();
    expect((await tasksOf(otherLead)).map(row => row.causeId)).not.toContain(campaignId);
    expect((await answer(campaignId, otherVillage, 'nobody', otherLead)).refusal.code).toBe('CAMPAIGN_NOT_RUNNING');
  });

  it('is there at once when the office plans a screening that begins today', async () => {
    const { officer } = care.people;
    on('2027-09-01');
    const today = calendarDate('2027-09-01');
    const body = {
      campaignId: newId(),
      areaId: care.county.areas.township,
      title: '九月排查',
      groups: [],
      planOn: today,
      carryOutOn: today,
      fillGapsOn: addDays(today, 1),
      consolidateOn: addDays(today, 2),
      endsOn: addDays(today, 3),
    };
    ok(await care.county.call(planCampaign, { as: officer, body }));
    const asked = (await tasksOf(otherLead)).filter(row => row.causeId === body.campaignId);
    expect(asked).toMatchObject([{ dueOn: today, timing: 'today' }]);
  });
});
