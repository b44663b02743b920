import { listAreas, listOrganisations } from '@guanhu/shared/access/access.routes';
import { listAgreements } from '@guanhu/shared/agreements/agreements.routes';
import { listApplications } from '@guanhu/shared/agreements/application.routes';
import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { listAppraisals } from '@guanhu/shared/appraisal/appraisal.routes';
import { monthOf } from '@guanhu/shared/exchange/round.rules';
import { listIncidents } from '@guanhu/shared/incidents/incidents.routes';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { planMeeting } from '@guanhu/shared/meetings/meetings.routes';
import { listBatches, myEntitlements } from '@guanhu/shared/payouts/payouts.routes';
import { listWards } from '@guanhu/shared/registry/registry.routes';
import { proposeCost } from '@guanhu/shared/relief/cost.routes';
import { applyForRelief } from '@guanhu/shared/relief/relief.routes';
import { planCampaign } from '@guanhu/shared/screening/campaign.routes';
import { NEWEST_FORM } from '@guanhu/shared/screening/clue-form.rules';
import { checkClue, reportClue } from '@guanhu/shared/screening/clue.routes';
import { listAlerts, listReferrals } from '@guanhu/shared/visits/after-visit.routes';
import { checkInVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import { queryOnce } from '../../../tools/postgres.mjs';
import { ask, newKey } from '../../support/front-door.ts';
import { places } from '../cast.ts';
import type { Who, World } from '../world.ts';

/** What pages are about, by the name that their addresses have for it. */
export type Things = Readonly<
  Record<
    | 'agreementId'
    | 'alertId'
    | 'applicationId'
    | 'appraisalId'
    | 'batchId'
    | 'campaignId'
    | 'clueId'
    | 'entitlementId'
    | 'incidentId'
    | 'meetingId'
    | 'patientId'
    | 'referralId'
    | 'reliefId'
    | 'roundId'
    | 'taskId'
    | 'townshipId'
    | 'transferId'
    | 'visitId',
    string
  >
>;

/** What a doctor finds who must tell others of it: somebody locked in, and sent on to a hospital. */
const GRAVE = {
  result: 'done',
  form: 2,
  respondents: [1],
  risk: 0,
  symptoms: [],
  insight: 3,
  functions: { selfCare: 1 },
  stability: 'unstable',
  confinement: 2,
  referral: 2,
  referralReason: '症状没有缓解',
  referralTo: '县精神卫生中心',
};

/** @throws when the story has left nothing of the kind */
function first<T>(of: string, rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error(`the story has left no ${of}`);
  return row;
}

/** The office calls a meeting of the township and plans a screening of it. */
async function officePlans(
  url: string,
  maker: string,
  today: CalendarDate,
): Promise<Pick<Things, 'meetingId' | 'campaignId' | 'townshipId'>> {
  const [{ rows: areas }, { rows: organisations }] = await Promise.all([
    ask(url, listAreas, { as: maker }),
    ask(url, listOrganisations, { as: maker }),
  ]);
  const areaId = first(
    'township',
    areas.filter(area => area.name === places.township),
  ).areaId;
  const units = organisations.filter(each => each.areaId === areaId).map(each => each.organisationId);
  const [meetingId, campaignId] = [newKey(), newKey()];
  const meeting = { meetingId, townshipId: areaId, kind: 'special' as const, on: today, place: '二楼会议室', units, agenda: [] };
  await ask(url, planMeeting, { as: maker, body: meeting });
  const [fillGapsOn, consolidateOn, endsOn] = [5, 10, 15].map(days => addDays(today, days)) as [CalendarDate, CalendarDate, CalendarDate];
  const stages = { planOn: today, carryOutOn: today, fillGapsOn, consolidateOn, endsOn };
  await ask(url, planCampaign, { as: maker, body: { campaignId, areaId, title: '入冬走访', groups: [], ...stages } });
  return { meetingId, campaignId, townshipId: areaId };
}

/** Somebody without a file whom the village told of and the office has looked up: a psychiatrist is to see them. */
async function clueToReview(url: string, worker: string, maker: string): Promise<Pick<Things, 'clueId'>> {
  const clueId = newKey();
  const { areaId } = first(
    'village',
    (await ask(url, listAreas, { as: worker })).rows.filter(area => area.name === places.village),
  );
  const person = { name: '穆试禾', place: '村东头' };
  const told = { clueId, form: NEWEST_FORM.version, yes: [3], source: 'visit', whereabouts: 'atHome', person } as const;
  const { version } = await ask(url, reportClue, { as: worker, params: { areaId }, body: told });
  await ask(url, checkClue, { as: maker, params: { clueId }, body: { as: 'new', reason: '村里没有第二个叫这个名字的', version } });
  return { clueId };
}

/** The month's exchange of lists: it opens by itself, late in the month. */
async function exchangeOf(world: World): Promise<string> {
  const [round] = await queryOnce<{ id: string }>(
    world.house.system.ownerUrl,
    `WITH township AS (SELECT county_id, id FROM area WHERE name = $2),
       opened AS (
         INSERT INTO exchange_round (county_id, id, township_id, month, deadline, opened_at)
         SELECT county_id, $1, id, $3, $4::date + 5, now() FROM township
         ON CONFLICT (county_id, township_id, month) DO UPDATE SET deadline = excluded.deadline RETURNING id)
     SELECT id FROM opened`,
    [newKey(), places.township, monthOf(world.today), world.today],
  );
  return first('exchange', round === undefined ? [] : [round]).id;
}

/** What the story has left, and what it has not come by: a visit that others must hear of, an application for relief, a meeting and a screening. */
export async function thingsOf(world: World): Promise<Things> {
  const url = world.house.system.serverUrl;
  const token = (who: Who) => world.phone(who).token();
  const [guardian, doctor, maker, worker] = await Promise.all([token('guardian'), token('doctor'), token('maker'), token('gridWorker')]);
  const { patientId } = first('ward', (await ask(url, listWards, { as: guardian })).rows);
  const params = { patientId };
  const [visitId, reliefId] = [newKey(), newKey()];
  const visit = await ask(url, checkInVisit, { as: doctor, params, body: { visitId, at: new Date().toISOString() } });
  await ask(url, recordVisit, { as: doctor, params: { visitId }, body: { version: visit.version, record: GRAVE } });
  const cost = { costId: newKey(), origin: 'unknown', billFen: 120_000, words: '送县医院' } as const;
  await ask(url, proposeCost, { as: maker, params, body: cost });
  await ask(url, applyForRelief, { as: guardian, params, body: { reliefId, benefit: 'minimumLiving', fast: false } });
  const application = first('application', (await ask(url, listApplications, { as: maker, query: {} })).rows);
  return {
    ...(await officePlans(url, maker, world.today)),
    ...(await clueToReview(url, worker, maker)),
    roundId: await exchangeOf(world),
    // Of somebody whom the page is answered about in another county's place.
    transferId: newKey(),
    patientId,
    visitId,
    reliefId,
    applicationId: application.applicationId,
    agreementId: first('agreement', (await ask(url, listAgreements, { as: maker, query: {} })).rows).id,
    appraisalId: first('appraisal', (await ask(url, listAppraisals, { as: doctor, query: {} })).rows).id,
    batchId: first('batch', (await ask(url, listBatches, { as: maker, query: {} })).rows).id,
    entitlementId: first('payment', (await ask(url, myEntitlements, { as: guardian })).rows).id,
    incidentId: first('incident', (await ask(url, listIncidents, { as: maker, query: {} })).rows).incidentId,
    referralId: first('referral', (await ask(url, listReferrals, { as: doctor, query: {} })).rows).referralId,
    alertId: first('alert', (await ask(url, listAlerts, { as: doctor, query: {} })).rows).alertId,
    // When nothing is left to do, the page says so of any.
    taskId: (await ask(url, listTodaysTasks, { as: worker, query: {} })).rows[0]?.taskId ?? newKey(),
  };
}
