import { bindAccount, listBindingClashes, readPerson, requestStepUp } from '@guanhu/shared/access/access.routes';
import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { SEAT_ROLES, type StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import { addShift, logDrill } from '@guanhu/shared/care-team/crisis-roster.routes';
import { addGroupMember } from '@guanhu/shared/care-team/groups.routes';
import { proposeLeave } from '@guanhu/shared/care-team/handover.routes';
import { recordAdmission } from '@guanhu/shared/incidents/admission.routes';
import { makeLookBack } from '@guanhu/shared/incidents/look-back.routes';
import { reportMissing } from '@guanhu/shared/incidents/missing.routes';
import { addIncidentFile, reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import { reportUnfiledIncident } from '@guanhu/shared/incidents/unfiled.routes';
import { addDays, startOf } from '@guanhu/shared/kernel/calendar-date';
import { findGap, planCampaign } from '@guanhu/shared/screening/campaign.routes';
import { recordNotice } from '@guanhu/shared/screening/notice.routes';
import { reportClue } from '@guanhu/shared/screening/clue.routes';
import type { Id } from '@guanhu/shared/kernel/ids';
import { listGuardians, nameHelper } from '@guanhu/shared/registry/guardians.routes';
import { proposeMove } from '@guanhu/shared/registry/moves.routes';
import { proposeBand } from '@guanhu/shared/assessment/band-proposal.routes';
import { recordHealthExam, recordRiskReview } from '@guanhu/shared/assessment/assessment.routes';
import { makePayList, setPayChannel } from '@guanhu/shared/payouts/channels.routes';
import { recordExpenditure } from '@guanhu/shared/payouts/budget.routes';
import { openBudgetLine } from '@guanhu/shared/payouts/finance.routes';
import { readFunds, recordAppropriation } from '@guanhu/shared/payouts/payouts.routes';
import { setPolicy } from '@guanhu/shared/policy/policy.routes';
import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import type { Stability } from '@guanhu/shared/policy/stability.terms';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import { recordLegalMatter } from '@guanhu/shared/law/legal-matter.routes';
import { addActivityPhoto, logActivity } from '@guanhu/shared/outreach/activity.routes';
import * as rehabilitation from '@guanhu/shared/rehabilitation/rehabilitation.routes';
import { planEscort } from '@guanhu/shared/relief/escort.routes';
import { proposeCost } from '@guanhu/shared/relief/cost.routes';
import { applyForRelief, recordGrant, tellFact } from '@guanhu/shared/relief/relief.routes';
import { keepRewardPaper } from '@guanhu/shared/agreements/application.routes';
import { reportConcern } from '@guanhu/shared/visits/after-visit.routes';
import { decideMerge, proposeMerge, undoMerge } from '@guanhu/shared/registry/merge.routes';
import { decidePeriod, proposePeriod } from '@guanhu/shared/visits/special-period.routes';
import { checkInVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import { sendLetter } from '@guanhu/shared/duties/duties.routes';
import * as meetings from '@guanhu/shared/meetings/meetings.routes';
import { Invitations, Places } from '../access/access.public.ts';
import { insertYearStop } from '../appraisal/year-stop.store.ts';
import { insertRecovery, type RecoveryRow } from '../payouts/recovery.store.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { newId } from '../platform/ids.ts';
import { BLANK_FILE } from '@guanhu/shared/registry/file-values.rules';
import { insertIn } from '../transfers/transfer-in.store.ts';
import { insertOut } from '../transfers/transfer-out.store.ts';
import type { TestCounty, TestPerson, Ward } from './county.ts';
import { preview } from './intake.ts';
import { ok, rewardCounty, VOICE_NOTE, type RewardCounty } from './reward.ts';
import { openExchange } from './exchange.ts';
import { SMALL_PNG, someRights } from './rights.ts';
import { ScriptedMerchant } from './scripted-merchant.ts';

export type Everything = Awaited<ReturnType<typeof oneOfEverything>>;
/** Ids of real things, by what they are. */
export type Things = Everything['things'];

/** A county in which everything that an endpoint can be asked about is there once, in the first village of the first township. */
export async function oneOfEverything(options: Parameters<typeof rewardCounty>[0] = {}) {
  const reward = await rewardCounty(
    options.accounts ? options : { openMerchant: new ScriptedMerchant({ outcome: 'not-found' }).open, ...options },
  );
  const { county, people } = reward;
  const administrator = await county.person({ role: 'administrator', area: county.areas.county, channel: 'desk' });
  const ward = await county.ward({ openid: 'o-guardian' });
  const otherWard = await county.ward({ openid: 'o-other-guardian' });
  const team = await teamOf(county, ward);
  const person = await county.person({ role: 'gridWorker', area: county.areas.village });
  const deputy = await county.person();
  for (const absent of [team.gridWorker, person]) await standIn(county, absent, deputy);
  const entered = ok(await county.call(readPerson, { as: administrator, params: { personId: person.id } }));

  const objection = await reward.objected(await county.ward());
  const entitlement = await reward.entitled(ward);
  const checked = await reward.entitled(otherWard);
  const unbatched = await reward.entitled(await county.ward({ guardian: otherWard.guardian }));
  ok(await reward.appropriate(1_000_000_00));
  const [budgetLine = ''] = ok(await county.call(readFunds, { as: people.payer })).offices.flatMap(office =>
    office.lines.map(line => line.id),
  );
  const draftBatch = ok(await reward.prepare([entitlement]));
  const checkedBatch = ok(await reward.prepare([checked]));
  ok(await reward.check(checkedBatch.id));
  const [{ agreementId }] = draftBatch.entitlements as [(typeof draftBatch.entitlements)[number]];
  const paper = newId();
  const paperBody = { attachmentId: paper, content: SMALL_PNG };
  ok(await county.call(keepRewardPaper, { as: ward.guardian, params: { patientId: ward.patientId }, body: paperBody }));
  const application = await reward.apply(ward, { files: [paper], voice: VOICE_NOTE });
  const [applied] = await county.rows.sql<{ id: Id }>(
    'SELECT id FROM reward_application_step WHERE county_id = $1 AND application_id = $2',
    [county.countyId, application],
  );
  const [appraisal] = await county.rows.sql<{ id: Id }>('SELECT id FROM appraisal WHERE county_id = $1 AND agreement_id = $2', [
    county.countyId,
    agreementId,
  ]);
  const imported = ok(await preview(county, county.areas.township, people.maker));

  const doctor = await county.person({ role: 'mentalHealthDoctor', area: county.areas.township });
  const assessed = await assess(county, ward, { doctor, officer: people.maker, administrator });
  const at = county.clock.now().toISOString();
  const of = { patientId: ward.patientId };
  const incident = ok(
    await county.call(reportIncident, { as: ward.guardian, params: of, body: { incidentId: newId(), kind: 'threat', happenedAt: at } }),
  );
  const incidentFile = newId();
  ok(
    await county.call(addIncidentFile, {
      as: ward.guardian,
      params: { incidentId: incident.incidentId },
      body: { fileId: incidentFile, content: SMALL_PNG },
    }),
  );
  const unfiledIncident = ok(
    await county.call(reportUnfiledIncident, {
      as: person,
      params: { areaId: county.areas.village },
      body: { incidentId: newId(), kind: 'other', happenedAt: at, source: 'seen', description: '村口的一位老人' },
    }),
  );
  const screening = await screeningOf(county, doctor, people.maker);
  const clue = ok(
    await county.call(reportClue, {
      as: deputy,
      params: { areaId: county.areas.village },
      body: {
        clueId: newId(),
        form: 1,
        yes: [3],
        source: 'public',
        whereabouts: 'atHome',
        person: { name: '试线索' },
        informant: { name: '试邻居' },
      },
    }),
  );
  await county.work();
  const [caseTeam] = await county.rows.sql<{ id: Id }>('SELECT id FROM case_team WHERE county_id = $1 AND patient_id = $2', [
    county.countyId,
    ward.patientId,
  ]);
  const on = county.clock.today();
  const leave = { handoverId: newId(), toId: null, from: on, until: on, note: null };
  const asker = await county.person({ role: 'gridWorker', area: county.areas.village });
  const handover = ok(await county.call(proposeLeave, { as: asker, body: leave }));
  const member = { memberId: newId(), personId: team.lead.id, role: 'lead', duty: null, since: on } as const;
  ok(await county.call(addGroupMember, { as: people.maker, params: { areaId: county.areas.township }, body: member }));
  const visit = ok(await county.call(checkInVisit, { as: team.gridWorker, params: of, body: { visitId: newId(), at } }));
  const after = await afterVisits(county, ward, team);
  const tasks = ok(await county.call(listTodaysTasks, { as: team.gridWorker, query: { limit: 100 } }));
  const told = await county.rows.sql<{ id: Id }>('SELECT id FROM message WHERE county_id = $1 AND person_id = $2', [
    county.countyId,
    team.gridWorker.id,
  ]);
  const warning = newId();
  await county.rows.sql(
    `INSERT INTO early_warning (county_id, id, patient_id, kind, grade, since, raised_at) VALUES ($1, $2, $3, 'overdue', 1, $4, now())`,
    [county.countyId, warning, ward.patientId, on],
  );
  const medicine = await medicineOf(county, ward.patientId, reward.people.maker.id);
  const stepUp = ok(
    await county.call(requestStepUp, { as: people.payer, body: { purpose: 'batch:release', objectId: checkedBatch.id, device: '电脑' } }),
  );
  const moveId = newId();
  ok(
    await county.call(proposeMove, {
      as: people.maker,
      params: of,
      body: { moveId, toVillageId: county.areas.farVillage, reason: '搬家' },
    }),
  );
  const guardianship = ok(await county.call(listGuardians, { as: people.maker, params: of })).guardians.map(one => ({
    id: one.guardianshipId,
  }))[0];
  const helper = ok(
    await county.call(nameHelper, {
      as: people.maker,
      params: of,
      body: {
        helperId: newId(),
        guardianshipId: idOf(guardianship),
        name: '试代办',
        phone: '19900008888',
        from: county.clock.today(),
        proof: '当面说明',
      },
    }),
  );
  const period = await periodOf(county, administrator, people.maker);
  const crisis = await crisisOf(county, people.maker, team.lead);
  const rights = await someRights(county, people, ward);
  const { unitMember, ...met } = await meetingOf(county, people.maker);
  const benefits = await reliefOf(county, ward, people.maker);
  const conflicts = await conflictsOf(county, ward, people.maker);
  const outreach = await activityOf(county, people.maker);
  const rehab = await rehabilitationOf(county, ward, people.maker);
  const things = {
    ...rights.things,
    ...(await openExchange(county, doctor, ward, rights.idNumber)),
    ...benefits,
    ...conflicts,
    ...outreach,
    ...rehab,
    ...crisis,
    ...(await transfersOf(county, ward, people.maker)),
    ...met,
    letter: await letterTo(county, people.maker, unitMember),
    period,
    move: moveId,
    guardianship: idOf(guardianship),
    helper: helper.helperId,
    patient: ward.patientId,
    guardian: ward.guardian.id,
    agreement: agreementId,
    yearStop: await stopOf(reward, idOf(appraisal)),
    recovery: await debtOf(reward, entitlement, ward),
    application,
    applicationStep: idOf(applied),
    paper,
    appraisal: idOf(appraisal),
    objection,
    entitlement,
    unbatched,
    draftBatch: draftBatch.id,
    checkedBatch: checkedBatch.id,
    payList: await bankListOf(reward),
    import: imported.importId,
    office: reward.officeId,
    budgetLine,
    ...(await spendingOf(reward)),
    township: county.areas.township,
    village: county.areas.village,
    warning,
    person: person.id,
    deputy: deputy.id,
    post: idOf(entered.allPosts.map(post => ({ id: post.postId }))[0]),
    deputyship: idOf(entered.deputies.map(each => ({ id: each.deputyshipId }))[0]),
    clash: await clash(county, administrator),
    incident: incident.incidentId,
    incidentFile,
    unfiledIncident: unfiledIncident.incidentId,
    clue: clue.clueId,
    ...screening,
    visit: visit.visitId,
    proposal: assessed.proposal,
    policySeq: assessed.policySeq,
    ...after,
    task: idOf(tasks.rows.filter(task => task.kind === 'call').map(task => ({ id: task.taskId }))[0]),
    message: idOf(told[0]),
    caseTeam: idOf(caseTeam),
    handover: handover.handoverId,
    member: member.memberId,
    stepUp: stepUp.ticketId,
    ...medicine,
    ...(await afterIncidents(county, team, doctor, people.maker)),
    merge: await merges(county, ward, otherWard),
    /** What the desk shows for the step-up. */
    code: stepUp.code,
  };
  return { reward, county, administrator, ward, otherWard, team, unitMember, asker, deputy, self: rights.self, things };
}

/** A line of another purpose than the reward, with money of which some was spent. */
async function spendingOf({ county, officeId, people: { payer: as } }: RewardCounty) {
  const receivedOn = county.clock.today();
  const line = {
    officeId,
    year: Number(receivedOn.slice(0, 4)),
    code: '2101',
    name: '治疗经费',
    purpose: 'treatment',
    plannedFen: 100_000,
  } as const;
  const { id: spentLine } = ok(await county.call(openBudgetLine, { as, body: line }));
  const received = { officeId, lineId: spentLine, amountFen: 100_000, receivedOn, documentNumber: '治疗拨款' };
  ok(await county.call(recordAppropriation, { as, body: received }));
  const [expenditure, otherExpenditure] = [newId(), newId()];
  for (const expenditureId of [expenditure, otherExpenditure]) {
    const body = { expenditureId, amountFen: 100, paidOn: receivedOn, documentNumber: expenditureId, words: '购买药品' };
    ok(await county.call(recordExpenditure, { as, params: { lineId: spentLine }, body }));
  }
  return { spentLine, expenditure, otherExpenditure };
}

/** A family without a home that has asked for one benefit and has another, and a bill that nobody pays. */
async function reliefOf(county: TestCounty, { patientId, guardian }: Ward, officer: TestPerson) {
  const [on, params] = [county.clock.today(), { patientId }];
  const reliefGrant = newId();
  ok(await county.call(tellFact, { as: guardian, params, body: { fact: 'homeless', answer: 'yes' } }));
  ok(await county.call(recordGrant, { as: officer, params, body: { grantId: reliefGrant, benefit: 'minimumLiving', from: on } }));
  const applied = { reliefId: newId(), benefit: 'temporaryRelief', voice: VOICE_NOTE };
  const { reliefId: relief, steps } = ok(await county.call(applyForRelief, { as: guardian, params, body: applied }));
  const body = { costId: newId(), origin: 'unknown', billFen: 10_000, words: '送医时身份不明' };
  const { costId: cost } = ok(await county.call(proposeCost, { as: officer, params, body }));
  return { relief, reliefStep: steps[0]?.stepId ?? '', reliefGrant, cost };
}

/** Neighbours who quarrel, and somebody who is brought home. */
async function conflictsOf(county: TestCounty, { patientId }: Ward, as: TestPerson) {
  const [on, ownerId] = [county.clock.today(), as.id];
  const quarrel = { kind: 'dispute', subject: 'neighbours', foundOn: on, dueOn: on, words: '为地界争吵' } as const;
  const body = { matterId: newId(), patientId, areaId: null, ownerId, ...quarrel };
  const { matterId: legalMatter } = ok(await county.call(recordLegalMatter, { as, body }));
  const way = { escortId: newId(), reason: 'elsewhere', from: '云坪镇', to: '邻县', escorts: '两人', words: '家在邻县' } as const;
  const { escortId: escort } = ok(await county.call(planEscort, { as, params: { patientId }, body: way }));
  return { legalMatter, escort };
}

/** Something that was held, with a photograph. */
async function activityOf(county: TestCounty, as: TestPerson) {
  const [activity, areaId] = [newId(), county.areas.township];
  const held = { kind: 'publicity', on: county.clock.today(), what: '宣传日', findings: '发了材料', attendees: 300 } as const;
  ok(await county.call(logActivity, { as, body: { activityId: activity, areaId, organiser: null, ...held } }));
  const body = { photoId: newId(), content: SMALL_PNG, nobodyOfCare: true } as const;
  const { photoId: activityPhoto } = ok(await county.call(addActivityPhoto, { as, params: { activityId: activity }, body }));
  return { activity, activityPhoto };
}

/** A programme with somebody in it, somebody who works, a family that helps, and somebody who came home from hospital. */
async function rehabilitationOf(county: TestCounty, { patientId }: Ward, as: TestPerson) {
  const [since, params, areaId] = [county.clock.today(), { patientId }, county.areas.township];
  const [programme, participant, employment, volunteer, homecoming] = [newId(), newId(), newId(), newId(), newId()];
  const begun = { programmeId: programme, areaId, kind: 'work', what: '编竹筐', place: '文化站', since } as const;
  ok(await county.call(rehabilitation.openProgramme, { as, body: begun }));
  const joined = { participantId: participant, programmeId: programme, origin: 'family', since } as const;
  ok(await county.call(rehabilitation.joinProgramme, { as, params, body: joined }));
  const session = { sessionId: newId(), on: since, what: '编了两只', present: [participant] };
  ok(await county.call(rehabilitation.logSession, { as, params: { programmeId: programme }, body: session }));
  const works = { employmentId: employment, kind: 'farming', where: '自家地', since } as const;
  ok(await county.call(rehabilitation.recordEmployment, { as, params, body: works }));
  const helps = { volunteerId: volunteer, areaId, name: '试热心', phone: null, does: '陪着去领药', since };
  ok(await county.call(rehabilitation.addVolunteer, { as, body: helps }));
  await county.rows.sql(
    `INSERT INTO admission (county_id, id, patient_id, ground, signed_by, state, admitted_on, since, discharged_on, created_at)
     VALUES ($1, $2, $3, 'voluntary', 'patient', 'received', $4, $4, $4, now())`,
    [county.countyId, homecoming, (await county.ward()).patientId, since],
  );
  const referred = await county.referred(await county.ward(), as.id, 'toCommunity');
  return { programme, participant, employment, volunteer, homecoming, referred };
}

/** A screening of the township in which villages look, something that its self-check found, and somebody who comes home. */
async function screeningOf(county: TestCounty, doctor: TestPerson, officer: TestPerson) {
  const today = county.clock.today();
  const [campaign, gap] = [newId(), newId()];
  const days = {
    planOn: today,
    carryOutOn: today,
    fillGapsOn: addDays(today, 30),
    consolidateOn: addDays(today, 60),
    endsOn: addDays(today, 90),
  };
  const { township: areaId, village } = county.areas;
  ok(await county.call(planCampaign, { as: officer, body: { campaignId: campaign, areaId, title: '试验排查', groups: [], ...days } }));
  const body = { gapId: gap, areaId: village, words: '有一户没去' };
  ok(await county.call(findGap, { as: doctor, params: { campaignId: campaign }, body }));
  const notice = newId();
  const told = { noticeId: notice, source: 'hospital', from: '试验医院', comesOn: today, person: { name: '试归来' } } as const;
  ok(await county.call(recordNotice, { as: officer, params: { areaId }, body: told }));
  return { campaign, gap, notice };
}

/** Somebody is offered to another county, and somebody of another county is offered here. */
async function transfersOf(county: TestCounty, { patientId }: Ward, { id: by }: TestPerson): Promise<{ transferOut: Id; transferIn: Id }> {
  const vault = await county.app.get(Vaults).of(county.countyId);
  const [transferOut, transferIn, now] = [newId(), newId(), county.clock.now()];
  const nothing = { risk: null, riskOn: null, stability: null, stabilityOn: null, lastIncidentOn: null, consent: null, medicine: null };
  const carried = { values: { ...BLANK_FILE, name: '试外来' }, state: 'inCare', ...nothing, guardians: [], visits: [] } as const;
  const toward = { toCounty: 2, toTownship: newId(), toPlace: '邻县云坪镇', reason: '搬家' };
  const proposed = { proposedBy: by, proposedSession: newId(), proposedAt: now };
  const from = { fromCounty: 2, fromPatientId: newId(), fromPlace: '邻县云坪镇竹坪村', townshipId: county.areas.township, reason: '搬家' };
  await county.rows.inTransaction(async tx => {
    await insertOut(tx, vault, { id: transferOut, patientId, ...toward, ...proposed });
    await insertIn(tx, vault, { id: transferIn, ...from, carried, arrivedAt: now });
  });
  return { transferOut, transferIn };
}

/** The rest of a year that somebody wants stopped. */
async function stopOf({ county, people }: RewardCounty, appraisalId: Id): Promise<Id> {
  const id = newId();
  const vault = await county.app.get(Vaults).of(county.countyId);
  const [at, guardianHeardOn] = [county.clock.now(), county.clock.today()];
  const row = { id, appraisalId, state: 'proposed', version: 1, reason: '多次', guardianSaid: '知道了', guardianHeardOn } as const;
  await county.rows.inTransaction(tx => insertYearStop(tx, vault, { ...row, proposedBy: people.maker.id, at, decidedBy: null }));
  return id;
}

/** Money that somebody asks back. */
async function debtOf({ county, people }: RewardCounty, entitlementId: Id, ward: Ward): Promise<Id> {
  const id = newId();
  const vault = await county.app.get(Vaults).of(county.countyId);
  const row: RecoveryRow = {
    id,
    entitlementId,
    guardianId: ward.guardian.id,
    areaPath: [county.areas.county, county.areas.township, county.areas.village],
    state: 'proposed',
    version: 1,
    amountFen: 100,
    repaidFen: 0,
    reason: '材料不实',
    guardianSaid: '知道了',
    guardianHeardOn: county.clock.today(),
    proposedBy: people.maker.id,
    proposedAt: county.clock.now(),
    decidedBy: null,
  };
  await county.rows.inTransaction(tx => insertRecovery(tx, vault, row));
  return id;
}

/** A payment that goes to the bank, in a list. */
async function bankListOf(reward: RewardCounty): Promise<Id> {
  const { county, people } = reward;
  const ward = await county.ward();
  const entitlementId = await reward.entitled(ward);
  const account = { bank: '试验农商行', number: '6217000000000000001', holder: ward.guardian.name };
  ok(await county.call(setPayChannel, { as: people.maker, params: { entitlementId }, body: { channel: 'bank', account } }));
  const batchId = await reward.released([entitlementId]);
  return ok(await county.call(makePayList, { as: people.payer, params: { batchId }, body: { channel: 'bank' } })).id;
}

/** A special period for every band goes on in the township. */
async function periodOf(county: TestCounty, administrator: TestPerson, officer: TestPerson): Promise<Id> {
  const on = county.clock.today();
  const bands = ['unstable', 'basicStable', 'stable'];
  const body = { periodId: newId(), areaId: county.areas.township, startsOn: on, endsOn: on, bands, reason: '节日期间' };
  ok(await county.call(proposePeriod, { as: administrator, body }));
  ok(await county.call(decidePeriod, { as: officer, params: { periodId: body.periodId }, body: { approve: true, version: 1 } }));
  await county.work();
  return body.periodId;
}

/** Somebody is on duty tomorrow, and a drill was held today. */
async function crisisOf(county: TestCounty, officer: TestPerson, onDuty: TestPerson): Promise<{ shift: Id; drill: Id }> {
  const [shiftId, drillId, townshipId] = [newId(), newId(), county.areas.township];
  const tomorrow = startOf(addDays(county.clock.today(), 1)).getTime();
  const [from, until] = [new Date(tomorrow).toISOString(), new Date(tomorrow + 12 * 3_600_000).toISOString()];
  ok(await county.call(addShift, { as: officer, body: { shiftId, townshipId, personId: onDuty.id, from, until } }));
  const drill = { drillId, townshipId, on: county.clock.today(), what: '夜间处置', personIds: [onDuty.id], findings: '十分钟到齐' };
  ok(await county.call(logDrill, { as: officer, body: drill }));
  return { shift: shiftId, drill: drillId };
}

/** A meeting whose minutes are issued: its one unit has signed, and a member of the unit is to do something. */
async function meetingOf(
  county: TestCounty,
  officer: TestPerson,
): Promise<{ meeting: Id; meetingUnit: Id; decision: Id; unitMember: TestPerson }> {
  const { township } = county.areas;
  const meetingUnit = await county.rows.inTransaction(tx =>
    county.app.get(Places).addOrganisation(tx, { kind: 'justiceOffice', name: '云坪司法所', areaId: township }),
  );
  const unitMember = await county.person({ role: 'securityOfficer', area: county.areas.otherVillage });
  await county.rows.sql('UPDATE post SET organisation_id = $3 WHERE county_id = $1 AND person_id = $2', [
    county.countyId,
    unitMember.id,
    meetingUnit,
  ]);
  const [params, on] = [{ meetingId: newId() }, county.clock.today()];
  const called = { ...params, townshipId: township, kind: 'regular', on, place: '二楼', units: [meetingUnit], agenda: [] } as const;
  let { version } = ok(await county.call(meetings.planMeeting, { as: officer, body: called }));
  const attendance = [{ organisationId: meetingUnit, attended: true, who: '试所长' }];
  const decisions = [{ what: '补齐走访', ownerId: unitMember.id, dueOn: on }];
  const minutes = { version, attendance, summary: '通报工作', topics: [], decisions };
  ({ version } = ok(await county.call(meetings.writeMinutes, { as: officer, params, body: minutes })));
  ({ version } = ok(await county.call(meetings.sendMinutes, { as: officer, params, body: { version } })));
  const textId = ok(await county.call(meetings.readMeeting, { as: officer, params })).minutes?.textId ?? '';
  const agree = { textId, organisationId: meetingUnit, stand: 'agree', words: null, paperSigner: null } as const;
  ({ version } = ok(await county.call(meetings.countersignMinutes, { as: unitMember, params, body: agree })));
  ok(await county.call(meetings.issueMinutes, { as: officer, params, body: { version } }));
  const { rows } = ok(await county.call(meetings.listDecisions, { as: officer }));
  return { meeting: params.meetingId, meetingUnit, decision: idOf(rows.map(row => ({ id: row.decisionId }))[0]), unitMember };
}

/** Somebody is asked in writing to answer. */
async function letterTo(county: TestCounty, officer: TestPerson, { id: receiverId }: TestPerson): Promise<Id> {
  const [letterId, townshipId, dueOn] = [newId(), county.areas.township, addDays(county.clock.today(), 7)];
  ok(await county.call(sendLetter, { as: officer, body: { letterId, townshipId, receiverId, duty: null, words: '请补上走访', dueOn } }));
  return letterId;
}

/** The patient is reviewed and examined; the calmer band that follows is proposed, and four colours begin tomorrow. */
async function assess(
  county: TestCounty,
  { patientId }: Ward,
  { doctor, officer, administrator }: Readonly<Record<'doctor' | 'officer' | 'administrator', TestPerson>>,
): Promise<{ proposal: Id; policySeq: string }> {
  const [on, params, proposal] = [county.clock.today(), { patientId }, newId()];
  const review = (risk: RiskRating, stability: Stability) =>
    county.call(recordRiskReview, { as: doctor, params, body: { reviewId: newId(), on, risk, stability } });
  ok(await review(4, 'unstable'));
  const { calmerBand } = ok(await review(0, 'stable'));
  ok(await county.call(recordHealthExam, { as: doctor, params, body: { examId: newId(), on, values: { weightKg: 61.5 } } }));
  ok(
    await county.call(proposeBand, {
      as: officer,
      params,
      body: { proposalId: proposal, band: calmerBand?.key ?? '', reason: '平稳半年' },
    }),
  );
  const body = { effectiveOn: addDays(on, 1), after: 0, policy: SHIPPED_VISIT_POLICIES.fourColours.policy };
  const { seq } = ok(await county.call(setPolicy, { as: administrator, params: { kind: 'visit' }, body }));
  return { proposal, policySeq: String(seq) };
}

/** A joint visit of doctor and lead that found somebody locked in and sent them to hospital; a suspicion; somebody who cannot be found. */
async function afterVisits(county: TestCounty, { patientId }: Ward, team: Record<StaffSeat, TestPerson>) {
  const at = county.clock.now().toISOString();
  const visited = async (as: TestPerson, of: Id, record: object, more: object = {}): Promise<Id> => {
    const visit = ok(await county.call(checkInVisit, { as, params: { patientId: of }, body: { visitId: newId(), at } }));
    const body = { version: visit.version, record: { ...record }, ...more };
    ok(await county.call(recordVisit, { as, params: { visitId: visit.visitId }, body }));
    return visit.visitId;
  };
  const well = { risk: 0, symptoms: [], insight: 1, functions: { selfCare: 1 }, stability: 'stable' };
  const found = { ...well, confinement: 2, referral: 2, referralReason: '病情复发', referralTo: '县精神卫生中心' };
  const done = { result: 'done', form: 2, respondents: [1], ...found };
  const jointVisit = await visited(team.doctor, patientId, done, { companions: [{ personId: team.lead.id }] });
  const concern = newId();
  const report = { concernId: concern, kind: 'abandonment', words: '几天没有人做饭' } as const;
  ok(await county.call(reportConcern, { as: team.gridWorker, params: { patientId }, body: report }));
  const gone = await county.ward();
  await county.rows.inTransaction(tx => county.app.get(Teams).takeSeat(tx, gone.patientId, 'gridWorker', team.gridWorker.id));
  await visited(team.gridWorker, gone.patientId, { result: 'lost', lostReason: 1 });
  await county.work();
  const only = async (table: string) =>
    idOf((await county.rows.sql<{ id: Id }>(`SELECT id FROM ${table} WHERE county_id = $1`, [county.countyId]))[0]);
  return {
    jointVisit,
    concern,
    referral: await only('referral'),
    alert: await only('rights_alert'),
    lostReport: await only('lost_report'),
  };
}

/** Two whom the same team looks after: one in hospital, one who is looked for; and somebody has looked back. */
async function afterIncidents(county: TestCounty, team: Record<StaffSeat, TestPerson>, doctor: TestPerson, officer: TestPerson) {
  const another = async (): Promise<Id> => {
    const { patientId } = await county.ward();
    for (const [seat, { id }] of Object.entries(team))
      await county.rows.inTransaction(tx => county.app.get(Teams).takeSeat(tx, patientId, seat as StaffSeat, id));
    return patientId;
  };
  const on = county.clock.today();
  const [ill, strayed] = [await another(), await another()];
  const [admission, missing, lookBack] = [newId(), newId(), newId()];
  const stay = { hospital: '县精神卫生中心', signedBy: 'patient', signerName: '试签', conclusionOn: null, guardianRefused: null } as const;
  ok(
    await county.call(recordAdmission, {
      as: doctor,
      params: { patientId: ill },
      body: { admissionId: admission, from: 'inCare', on, ground: 'voluntary', ...stay },
    }),
  );
  const seen = { lastSeenAt: county.clock.now().toISOString(), place: '村口', clothes: '蓝外套', sheetAgreed: true };
  ok(await county.call(reportMissing, { as: team.lead, params: { patientId: strayed }, body: { missingId: missing, ...seen } }));
  ok(
    await county.call(makeLookBack, {
      as: officer,
      params: { patientId: ill },
      body: { lookBackId: lookBack, cause: 'other', from: addDays(on, -30), to: on },
    }),
  );
  return { admission, missing, lookBack };
}

function idOf(row: { id: Id } | undefined): Id {
  if (!row) throw new Error('something is missing');
  return row.id;
}

/** A person without a post for every seat around the patient, who takes medicine. */
async function teamOf(county: TestCounty, { patientId }: Ward): Promise<Record<StaffSeat, TestPerson>> {
  const team = {} as Record<StaffSeat, TestPerson>;
  for (const seat of Object.keys(SEAT_ROLES) as StaffSeat[]) {
    const { id } = (team[seat] = await county.person());
    await county.rows.inTransaction(tx => county.app.get(Teams).takeSeat(tx, patientId, seat, id));
  }
  await county.rows.sql(`INSERT INTO regimen (county_id, id, patient_id, since, source) VALUES ($1, $2, $3, $4, 'registration')`, [
    county.countyId,
    newId(),
    patientId,
    addDays(county.clock.today(), -100),
  ]);
  return team;
}

/** Medicine that was given out, under the order that the patient's team made. @returns the ids */
async function medicineOf({ rows, countyId, clock, app }: TestCounty, patientId: Id, by: Id) {
  const [order] = await rows.sql<{ id: Id }>('SELECT id FROM regimen WHERE county_id = $1 AND patient_id = $2', [countyId, patientId]);
  const dispensing = newId();
  const vault = await app.get(Vaults).of(countyId);
  await rows.sql(
    `INSERT INTO dispensing (county_id, id, patient_id, given_on, free, details_sealed, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, true, $5, $6, now())`,
    [
      countyId,
      dispensing,
      patientId,
      clock.today(),
      vault.seal(
        { table: 'dispensing', row: dispensing, column: 'details_sealed' },
        JSON.stringify({ drug: '利培酮片', tablets: null, mgPerTablet: null, days: 30, givenBy: '卫生院', note: null }),
      ),
      by,
    ],
  );
  return { regimen: idOf(order), dispensing };
}

/** Two files made one and parted again; and two others that somebody says are one. @returns the merge that waits for a decision */
async function merges(county: TestCounty, ward: Ward, other: Ward): Promise<Id> {
  const [proposer, decider] = [await county.person({ role: 'socialAffairsOfficer' }), await county.person({ role: 'mentalHealthDoctor' })];
  const propose = async (kept: Ward, merged: Ward) =>
    ok(
      await county.call(proposeMerge, {
        as: proposer,
        body: { mergeId: newId(), keptId: kept.patientId, mergedId: merged.patientId, take: [], reason: '同一个人建了两份' },
      }),
    );
  const wrong = await propose(await county.ward(), await county.ward());
  const params = { mergeId: wrong.mergeId };
  const agreed = { decision: 'approve', keptVersion: wrong.kept.version, mergedVersion: wrong.merged.version } as const;
  const merged = ok(await county.call(decideMerge, { as: decider, params, body: { version: wrong.version, ...agreed } }));
  await county.work();
  ok(await county.call(undoMerge, { as: decider, params, body: { version: merged.version, reason: '是两个人' } }));
  await county.work();
  return (await propose(ward, await county.ward({ guardian: other.guardian }))).mergeId;
}

const standIn = ({ rows, countyId, clock }: TestCounty, absent: TestPerson, deputy: TestPerson) =>
  rows.sql('INSERT INTO deputyship (county_id, id, person_id, deputy_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $6)', [
    countyId,
    newId(),
    absent.id,
    deputy.id,
    clock.today(),
    addDays(clock.today(), 7),
  ]);

/** Two persons bind one WeChat account: a person must decide. @returns the clash's id */
async function clash(county: TestCounty, administrator: TestPerson): Promise<Id> {
  for (const each of [await county.person(), await county.person()]) {
    const { code } = await county.rows.inTransaction(tx => county.app.get(Invitations).issue(tx, { personId: each.id, by: 'system' }));
    const [loginCode, phoneCode] = [county.wechat.loginCode('o-clash'), county.wechat.phoneCode(each.phone)];
    await county.call(bindAccount, { body: { loginCode, phoneCode, invitationCode: code } });
  }
  const { rows } = ok(await county.call(listBindingClashes, { as: administrator }));
  return idOf(rows.map(row => ({ id: row.clashId }))[0]);
}
