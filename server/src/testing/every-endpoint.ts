import * as access from '@guanhu/shared/access/access.contract';
import { readTogetherContract } from '@guanhu/shared/access/read-together.contract';
import * as agenda from '@guanhu/shared/agenda/agenda.contract';
import * as agreements from '@guanhu/shared/agreements/agreements.contract';
import * as applications from '@guanhu/shared/agreements/application.contract';
import * as stops from '@guanhu/shared/appraisal/year-stop.contract';
import * as recoveries from '@guanhu/shared/payouts/recoveries.contract';
import * as signing from '@guanhu/shared/agreements/signing.contract';
import * as appraisal from '@guanhu/shared/appraisal/appraisal.contract';
import * as objections from '@guanhu/shared/appraisal/objections.contract';
import * as assessment from '@guanhu/shared/assessment/assessment.contract';
import * as bands from '@guanhu/shared/assessment/band-proposal.contract';
import * as previews from '@guanhu/shared/assessment/policy-preview.contract';
import { readTeamContract } from '@guanhu/shared/care-team/care-team.contract';
import * as caseTeams from '@guanhu/shared/care-team/case-team.contract';
import { syncPatientsContract } from '@guanhu/shared/care-team/kept-patients.contract';
import * as crisis from '@guanhu/shared/care-team/crisis-roster.contract';
import * as groups from '@guanhu/shared/care-team/groups.contract';
import * as handovers from '@guanhu/shared/care-team/handover.contract';
import * as roster from '@guanhu/shared/care-team/roster.contract';
import * as breakGlass from '@guanhu/shared/care-team/break-glass.contract';
import * as exchange from '@guanhu/shared/exchange/exchange.contract';
import * as admission from '@guanhu/shared/incidents/admission.contract';
import * as handling from '@guanhu/shared/incidents/handling.contract';
import * as incidents from '@guanhu/shared/incidents/incidents.contract';
import * as lookBack from '@guanhu/shared/incidents/look-back.contract';
import * as missing from '@guanhu/shared/incidents/missing.contract';
import * as unfiled from '@guanhu/shared/incidents/unfiled.contract';
import * as indicators from '@guanhu/shared/indicators/indicators.contract';
import { listKeyGroupContract } from '@guanhu/shared/indicators/key-groups.contract';
import * as warnings from '@guanhu/shared/indicators/warnings.contract';
import * as intake from '@guanhu/shared/intake/intake.contract';
import { addDays, calendarDate, dayOf } from '@guanhu/shared/kernel/calendar-date';
import { partialDate } from '@guanhu/shared/kernel/partial-date';
import * as medication from '@guanhu/shared/medication/medication.contract';
import * as regimen from '@guanhu/shared/medication/regimen.contract';
import { recordCollectionContract } from '@guanhu/shared/medication/collection.contract';
import * as supply from '@guanhu/shared/medication/supply.contract';
import * as finance from '@guanhu/shared/payouts/finance.contract';
import * as channels from '@guanhu/shared/payouts/channels.contract';
import * as budget from '@guanhu/shared/payouts/budget.contract';
import * as payouts from '@guanhu/shared/payouts/payouts.contract';
import * as receipts from '@guanhu/shared/payouts/receipts.contract';
import { readReconciliationContract } from '@guanhu/shared/payouts/reconciliation.contract';
import * as policy from '@guanhu/shared/policy/policy.contract';
import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import * as consent from '@guanhu/shared/registry/consent.contract';
import * as guardians from '@guanhu/shared/registry/guardians.contract';
import * as moves from '@guanhu/shared/registry/moves.contract';
import * as life from '@guanhu/shared/registry/patient-life.contract';
import * as file from '@guanhu/shared/registry/file.contract';
import * as merge from '@guanhu/shared/registry/merge.contract';
import * as registry from '@guanhu/shared/registry/registry.contract';
import * as reminders from '@guanhu/shared/reminders/reminders.contract';
import * as afterVisit from '@guanhu/shared/visits/after-visit.contract';
import * as attachments from '@guanhu/shared/registry/attachments.contract';
import * as exports from '@guanhu/shared/rights/exports.contract';
import * as handedIn from '@guanhu/shared/rights/handed-in.contract';
import * as kept from '@guanhu/shared/rights/kept.contract';
import * as requests from '@guanhu/shared/rights/requests.contract';
import * as costs from '@guanhu/shared/relief/cost.contract';
import * as relief from '@guanhu/shared/relief/relief.contract';
import { readRetentionContract } from '@guanhu/shared/rights/retention.contract';
import * as campaigns from '@guanhu/shared/screening/campaign.contract';
import * as clues from '@guanhu/shared/screening/clue.contract';
import * as notices from '@guanhu/shared/screening/notice.contract';
import * as transfers from '@guanhu/shared/transfers/transfers.contract';
import { attachVisitPhotoContract } from '@guanhu/shared/visits/visit-photos.contract';
import * as periods from '@guanhu/shared/visits/special-period.contract';
import * as watch from '@guanhu/shared/visits/visit-watch.contract';
import * as visits from '@guanhu/shared/visits/visits.contract';
import { listDepartmentTotalsContract, readDepartmentSheetsContract } from '@guanhu/shared/duties/department-sheet.contract';
import * as duties from '@guanhu/shared/duties/duties.contract';
import * as legal from '@guanhu/shared/law/legal-matter.contract';
import * as activities from '@guanhu/shared/outreach/activity.contract';
import * as escorts from '@guanhu/shared/relief/escort.contract';
import * as rehab from '@guanhu/shared/rehabilitation/rehabilitation.contract';
import * as meetings from '@guanhu/shared/meetings/meetings.contract';
import { newId } from '../platform/ids.ts';
import { list } from './intake.ts';
import { line, type Entry } from './matrix.ts';
import type { Everything, Things } from './one-of-everything.ts';
import { STROKES } from './reward.ts';
import { SMALL_PNG } from './rights.ts';

const NOW = new Date();
const at = NOW.toISOString();
const on = dayOf(NOW);
const hash = '0'.repeat(64);
/** A version that nothing has: who may ask is told that it is stale, and the world stays as it is. */
const version = 999;
/** An approval that nobody gave. */
const stepUpTicket = newId();
/** So long ago that nothing of it is taken any more. */
const LONG_AGO = '2020-01-01T08:00:00+08:00';
/** Further away than anything may be arranged. */
const NEVER = calendarDate('2199-01-01');
const plan = { goals: '按时服药', measures: '每周上门一次' };
const post = (things: Things) =>
  ({ postId: newId(), role: 'villageDoctor', areaId: things.township, organisationId: null, from: on }) as const;

const heard = { reason: '材料不实', guardianSaid: '知道了', guardianHeardOn: on };
const ofPatient = ({ patient }: Things) => ({ params: { patientId: patient } });
const ofPerson = ({ person }: Things) => ({ params: { personId: person } });
const ofAgreement = ({ agreement }: Things) => ({ params: { agreementId: agreement } });
const ofApplication = ({ application: applicationId }: Things) => ({ params: { applicationId } });
const ofAppraisal = ({ appraisal: appraisalId }: Things) => ({ params: { appraisalId } });
const ofObjection = ({ objection: objectionId }: Things) => ({ params: { objectionId } });
const ofEntitlement = ({ entitlement }: Things) => ({ params: { entitlementId: entitlement } });
const ofDraft = ({ draftBatch }: Things) => ({ params: { batchId: draftBatch } });
const ofIncident = ({ incident }: Things) => ({ params: { incidentId: incident } });
const ofAdmission = ({ admission: admissionId }: Things) => ({ params: { admissionId } });
const ofMissing = ({ missing: missingId }: Things) => ({ params: { missingId } });
const ofVisit = ({ visit }: Things) => ({ params: { visitId: visit } });
const ofClue = ({ clue: clueId }: Things) => ({ params: { clueId } });
const ofNotice = ({ notice: noticeId }: Things) => ({ params: { noticeId } });
const ofReferral = ({ referral }: Things) => ({ params: { referralId: referral } });
const ofAlert = ({ alert }: Things) => ({ params: { alertId: alert } });
const ofConcern = ({ concern }: Things) => ({ params: { concernId: concern } });
const ofLostReport = ({ lostReport }: Things) => ({ params: { reportId: lostReport } });
const ofImport = ({ import: importId }: Things) => ({ params: { importId } });
const ofTask = ({ task }: Things) => ({ params: { taskId: task } });
const ofMessage = ({ message }: Things) => ({ params: { messageId: message } });
const ofGroup = ({ township }: Things) => ({ params: { areaId: township } });
const ofHandover = ({ handover }: Things) => ({ params: { handoverId: handover } });
const ofCaseTeam = ({ caseTeam }: Things) => ({ params: { caseTeamId: caseTeam } });
const ofRelief = ({ relief: reliefId }: Things) => ({ params: { reliefId } });
const ofCost = ({ cost: costId }: Things) => ({ params: { costId } });
const ofProgramme = ({ programme: programmeId }: Things) => ({ params: { programmeId } });
const ofEscort = ({ escort: escortId }: Things) => ({ params: { escortId } });
const ofLegalMatter = ({ legalMatter: matterId }: Things) => ({ params: { matterId } });
const ofActivity = ({ activity: activityId }: Things) => ({ params: { activityId } });
const ofActivityPhoto = ({ activity: activityId, activityPhoto: photoId }: Things) => ({ params: { activityId, photoId } });
const ofMerge = ({ merge: mergeId }: Things) => ({ params: { mergeId } });
const ofRound = ({ exchangeRound: roundId }: Things) => ({ params: { roundId } });
const ofTransferOut = ({ transferOut: transferId }: Things) => ({ params: { transferId } });
const ofTransferIn = ({ transferIn: transferId }: Things) => ({ params: { transferId } });
const ofCode = ({ code }: Things) => ({ params: { code } });
const ofMeeting = ({ meeting: meetingId }: Things) => ({ params: { meetingId } });
const nothing = () => ({});
const payer = { owners: ({ reward }: Everything) => [reward.people.payer] };
const payersPhone = { owners: ({ reward }: Everything) => [reward.people.payersPhone] };

/** Every endpoint: a request that is right, and what its permission is about. The permission itself is the contract's door. */
export const EVERY_ENDPOINT: readonly Entry[] = [
  line(access.signInByPhoneContract)(() => ({ body: { loginCode: 'nobody' } })),
  line(access.bindAccountContract)(() => ({ body: { loginCode: 'nobody', phoneCode: 'nobody', invitationCode: 'ABCD-EFGH' } })),
  line(access.openDeskSignInContract)(() => ({ body: { device: '电脑' } })),
  line(access.collectDeskSignInContract)(() => ({ params: { ticketId: newId() }, body: { secret: 'x' } })),
  line(access.readMeContract)(nothing),
  line(access.readSpokenContract)(() => ({ params: { sentence: 'nobodyTold' } })),
  line(readTogetherContract)(() => ({ body: { reads: [{ path: '/me' }] } })),
  line(access.readDeskTicketContract)(ofCode, payersPhone),
  line(access.approveDeskTicketContract)(ofCode, payersPhone),
  line(access.refuseDeskTicketContract)(ofCode, payersPhone),
  line(access.requestStepUpContract)(({ checkedBatch }) => ({
    body: { purpose: 'batch:release', objectId: checkedBatch, device: '电脑' },
  })),
  line(access.readStepUpContract)(({ stepUp }) => ({ params: { ticketId: stepUp } }), payer),
  line(access.listPeopleContract)(nothing, { about: 'ownCounty' }),
  line(access.searchPeopleContract)(() => ({ body: { q: '试' } }), { about: 'ownCounty' }),
  line(access.readPersonContract)(ofPerson, { about: 'county' }),
  line(access.createPersonContract)(
    things => ({ body: { personId: newId(), name: '试新', phone: '19900009999', posts: [post(things)], stepUpTicket } }),
    { about: 'ownCounty' },
  ),
  line(access.issueInvitationContract)(ofPerson, { about: 'county' }),
  line(access.givePostContract)(things => ({ ...ofPerson(things), body: { ...post(things), stepUpTicket } }), { about: 'county' }),
  line(access.endPostContract)(
    ({ person, post: postId }) => ({ params: { personId: person, postId }, body: { lastDay: on, stepUpTicket } }),
    { about: 'county' },
  ),
  line(access.changePhoneContract)(things => ({ ...ofPerson(things), body: { phone: '19900009999', stepUpTicket } }), { about: 'county' }),
  line(access.revokeSessionsContract)(ofPerson, { about: 'county' }),
  line(access.nameDeputyContract)(
    things => ({ ...ofPerson(things), body: { deputyshipId: newId(), deputyId: things.deputy, from: on, until: on, stepUpTicket } }),
    { about: 'county' },
  ),
  line(access.endDeputyContract)(
    ({ person, deputyship }) => ({ params: { personId: person, deputyshipId: deputyship }, body: { stepUpTicket } }),
    {
      about: 'county',
    },
  ),
  line(access.recordLeavingContract)(things => ({ ...ofPerson(things), body: { successorId: null, stepUpTicket } }), { about: 'county' }),
  line(access.listBindingClashesContract)(nothing, { about: 'ownCounty' }),
  line(access.resolveBindingClashContract)(({ clash }) => ({ params: { clashId: clash }, body: { bindTo: null, stepUpTicket } }), {
    about: 'county',
  }),
  line(access.listAreasContract)(nothing),
  line(access.listOrganisationsContract)(nothing),

  line(agenda.readMyMonthContract)(nothing),
  line(agenda.listTodaysTasksContract)(nothing, { shows: ({ task }) => task, owners: worker }),
  line(agenda.reportCallContract)(({ task }) => ({ params: { taskId: task }, body: { outcome: 'noAnswer' } }), { owners: worker }),

  line(registry.listPatientsContract)(nothing, { about: 'patient', shows: ({ patient }) => patient }),
  line(syncPatientsContract)(() => ({ body: { known: [] } }), { about: 'patient', shows: ({ patient }) => patient }),
  line(registry.searchPatientsContract)(() => ({ body: { q: '试' } }), { about: 'patient', shows: ({ patient }) => patient }),
  line(registry.readPatientContract)(ofPatient, { about: 'patient' }),
  line(registry.inviteGuardianContract)(({ patient, guardian: personId }) => ({ params: { patientId: patient, personId } }), {
    about: 'patient',
  }),
  line(life.readLifeContract)(ofPatient, { about: 'patient' }),
  line(life.changeStateContract)(things => ({ ...ofPatient(things), body: { from: 'missing', to: 'inCare', on, reason: '找到了' } }), {
    about: 'patient',
  }),
  line(consent.listConsentsContract)(ofPatient, { about: 'patient' }),
  line(consent.recordConsentContract)(
    things => ({ ...ofPatient(things), body: { consentId: newId(), decision: 'withdrawn', on, signer: 'guardian', signerName: '试签' } }),
    { about: 'patient' },
  ),
  line(guardians.listGuardiansContract)(ofPatient, { about: 'patient' }),
  line(guardians.appointGuardianContract)(
    things => ({
      ...ofPatient(things),
      body: { guardianshipId: newId(), name: '试监', relation: 'organisation', kind: 'statutory', from: on, primary: false },
    }),
    { about: 'patient' },
  ),
  line(guardians.endGuardianshipContract)(
    ({ patient, guardianship }) => ({
      params: { patientId: patient, guardianshipId: guardianship },
      body: { lastDay: addDays(on, 1), reason: 'changed' },
    }),
    { about: 'patient' },
  ),
  line(guardians.makeGuardianPrimaryContract)(
    ({ patient, guardianship }) => ({ params: { patientId: patient, guardianshipId: guardianship } }),
    { about: 'patient' },
  ),
  line(guardians.nameHelperContract)(
    ({ patient, guardianship }) => ({
      params: { patientId: patient },
      body: {
        helperId: newId(),
        guardianshipId: guardianship,
        name: '试代',
        phone: '19900008887',
        from: addDays(on, 1),
        proof: '当面说明',
      },
    }),
    { about: 'patient' },
  ),
  line(guardians.endHelperContract)(({ patient, helper }) => ({ params: { patientId: patient, helperId: helper } }), { about: 'patient' }),
  line(moves.listMovesContract)(nothing, { about: 'eitherSide', shows: ({ move }) => move }),
  line(moves.proposeMoveContract)(
    things => ({ ...ofPatient(things), body: { moveId: newId(), toVillageId: things.township, reason: '搬家' } }),
    { about: 'patient' },
  ),
  line(moves.answerMoveContract)(({ move }) => ({ params: { moveId: move }, body: { version, answer: 'accept' } }), {
    about: 'destination',
  }),
  line(moves.withdrawMoveContract)(({ move }) => ({ params: { moveId: move }, body: { version } }), { about: 'patient' }),
  line(transfers.findDestinationsContract)(nothing, { about: 'ownPost' }),
  line(transfers.proposeTransferContract)(
    things => ({ ...ofPatient(things), body: { transferId: newId(), toCountyId: 9_999, toTownshipId: newId(), reason: '搬家' } }),
    { about: 'patient' },
  ),
  line(transfers.listTransfersOutContract)(nothing, { about: 'patient', shows: ({ transferOut }) => transferOut }),
  line(transfers.withdrawTransferContract)(things => ({ ...ofTransferOut(things), body: { version } }), { about: 'patient' }),
  line(transfers.listTransfersInContract)(nothing, { about: 'township', shows: ({ transferIn }) => transferIn }),
  line(transfers.readTransferInContract)(ofTransferIn, { about: 'township' }),
  line(transfers.answerTransferContract)(
    things => ({ ...ofTransferIn(things), body: { version, answer: 'accept', villageId: things.village } }),
    { about: 'township' },
  ),
  line(file.readRecordContract)(ofPatient, { about: 'patient' }),
  line(file.writeRecordContract)(
    things => ({ ...ofPatient(things), body: { version, set: { firstOnset: '1998', pastSymptoms: ['1'] } } }),
    {
      about: 'patient',
    },
  ),
  line(file.readFileHistoryContract)(ofPatient, { about: 'patient' }),
  line(file.findDuplicatesContract)(({ village }) => ({ body: { villageId: village, name: '试甲' } }), { about: 'patient' }),
  line(file.createPatientContract)(
    ({ village }) => ({ body: { patientId: newId(), villageId: village, name: '试甲', state: 'inCare', born: partialDate('1980') } }),
    {
      about: 'patient',
    },
  ),
  line(file.locatePatientContract)(() => ({ body: { idType: 'passport', idNumber: 'E12345678' } }), { about: 'ownCounty' }),
  line(merge.listMergesContract)(nothing, { about: 'patient', shows: things => things.merge }),
  line(merge.readMergeContract)(ofMerge, { about: 'patient' }),
  line(merge.proposeMergeContract)(
    ({ patient }) => ({ body: { mergeId: newId(), keptId: patient, mergedId: patient, take: [], reason: '同一个人' } }),
    { about: 'patient' },
  ),
  line(merge.decideMergeContract)(
    things => ({ ...ofMerge(things), body: { version, decision: 'refuse', keptVersion: version, mergedVersion: version } }),
    { about: 'patient' },
  ),
  line(merge.undoMergeContract)(things => ({ ...ofMerge(things), body: { version, reason: '是两个人' } }), { about: 'patient' }),
  line(registry.listWardsContract)(nothing, { shows: ({ patient }) => patient, owners: guardian }),
  line(readTeamContract)(ofPatient, { about: 'patient' }),
  line(assessment.readStandingContract)(ofPatient, { about: 'patient' }),
  line(assessment.listAssessmentsContract)(ofPatient, { about: 'patient' }),
  line(assessment.listDueAssessmentsContract)(() => ({ query: { limit: 100 } }), {
    about: 'patient',
    shows: ({ patient }) => patient,
  }),
  line(bands.listBandProposalsContract)(nothing, { about: 'patient', shows: ({ proposal }) => proposal }),
  line(bands.proposeBandContract)(things => ({ ...ofPatient(things), body: { proposalId: newId(), band: 'stable', reason: '平稳' } }), {
    about: 'patient',
  }),
  line(bands.decideBandContract)(
    ({ proposal }) => ({ params: { proposalId: proposal }, body: { version, agree: false, reason: '再看看' } }),
    { about: 'patient' },
  ),
  line(previews.previewPolicyContract)(
    () => ({ params: { kind: 'visit' }, body: { effectiveOn: on, policy: SHIPPED_VISIT_POLICIES.fourColours.policy } }),
    { about: 'ownCounty' },
  ),
  line(previews.previewVersionContract)(({ policySeq }) => ({ params: { kind: 'visit', seq: policySeq } }), { about: 'ownPost' }),
  line(previews.listMovedPatientsContract)(({ policySeq }) => ({ params: { kind: 'visit', seq: policySeq }, query: { limit: 100 } }), {
    about: 'patient',
    shows: ({ patient }) => patient,
  }),
  line(roster.readTeamHistoryContract)(ofPatient, { about: 'patient' }),
  line(roster.changeSeatContract)(
    ({ patient }) => ({ params: { patientId: patient, seat: 'police' }, body: { personId: null, from: NEVER } }),
    { about: 'patient' },
  ),
  line(roster.listColleaguesContract)(nothing),
  line(roster.searchColleaguesContract)(() => ({ body: { q: '试' } })),
  line(roster.listVacanciesContract)(nothing, { about: 'ownPost' }),
  line(roster.listMismatchesContract)(nothing, { about: 'ownPost' }),
  line(roster.resolveMismatchContract)(() => ({ body: { key: 'vacant:nowhere', act: 'keep', reason: '已核对' } }), { about: 'ownPost' }),

  line(groups.listGroupsContract)(nothing, { about: 'township', shows: ({ township }) => township }),
  line(groups.readGroupContract)(ofGroup, { about: 'township' }),
  line(groups.setGroupOfficeContract)(things => ({ ...ofGroup(things), body: { organisationId: null } }), { about: 'township' }),
  line(groups.addGroupMemberContract)(
    things => ({ ...ofGroup(things), body: { memberId: newId(), personId: things.person, role: 'member', duty: null, since: on } }),
    { about: 'township' },
  ),
  line(groups.endGroupMemberContract)(
    ({ township, member }) => ({ params: { areaId: township, memberId: member }, body: { lastDay: on } }),
    { about: 'township' },
  ),

  line(handovers.listHandoversContract)(nothing, { about: 'ownPost' }),
  line(handovers.handOverContract)(
    ({ person, deputy }) => ({ body: { handoverId: newId(), personId: person, toId: deputy, from: on, until: on } }),
    { about: 'patient' },
  ),
  line(handovers.decideHandoverContract)(things => ({ ...ofHandover(things), body: { accept: true, toId: things.deputy } }), {
    about: 'patient',
  }),
  line(handovers.listMyHandoversContract)(nothing),
  line(handovers.proposeLeaveContract)(() => ({ body: { handoverId: newId(), toId: null, from: on, until: on, note: null } })),
  line(handovers.withdrawLeaveContract)(ofHandover, { owners: ({ asker }) => [asker] }),

  line(watch.readVisitSafetyContract)(ofPatient, { about: 'patient' }),
  line(watch.readVisitWatchContract)(ofVisit, { owners: ({ team }) => [team.gridWorker] }),
  line(watch.answerVisitWatchContract)(things => ({ ...ofVisit(things), body: { answer: 'longer' } }), {
    owners: ({ team }) => [team.gridWorker],
  }),
  // A period of the township is also everybody's whose post lies within it.
  line(periods.listPeriodsContract)(nothing, { about: 'throughoutTownship', shows: ({ period }) => period }),
  line(periods.offerPeriodContract)(({ township: areaId }) => ({ params: { areaId } }), { about: 'township' }),
  line(periods.proposePeriodContract)(
    ({ township: areaId }) => ({
      body: { periodId: newId(), areaId, startsOn: NEVER, endsOn: calendarDate('2199-12-31'), bands: ['red'], reason: '节日期间' },
    }),
    { about: 'township' },
  ),
  line(periods.decidePeriodContract)(({ period: periodId }) => ({ params: { periodId }, body: { approve: true, version } }), {
    about: 'township',
  }),
  line(periods.endPeriodContract)(({ period: periodId }) => ({ params: { periodId }, body: { reason: '平稳', version } }), {
    about: 'township',
  }),
  line(periods.listPatientPeriodsContract)(ofPatient, { about: 'patient' }),
  line(periods.listPeriodMembersContract)(({ period: periodId }) => ({ params: { periodId } }), {
    about: 'patient',
    shows: ({ patient }) => patient,
  }),
  line(periods.readRollCallBoardContract)(nothing, { about: 'patient', shows: ({ village }) => village }),
  line(periods.listRollCallPersonsContract)(nothing, { about: 'patient', shows: ({ patient }) => patient }),
  line(periods.readMyRollCallContract)(nothing),
  line(periods.markRollCallContract)(things => ({ ...ofPatient(things), body: { markId: newId(), result: 'seen', at: LONG_AGO } }), {
    about: 'patient',
  }),
  line(crisis.readCrisisRosterContract)(({ township: townshipId }) => ({ query: { townshipId, from: on, until: on } }), {
    about: 'township',
  }),
  line(crisis.addShiftContract)(
    ({ township: townshipId, person: personId }) => ({ body: { shiftId: newId(), townshipId, personId, from: at, until: at } }),
    { about: 'township' },
  ),
  line(crisis.removeShiftContract)(({ shift: shiftId }) => ({ params: { shiftId }, body: { version } }), { about: 'township' }),
  line(crisis.swapShiftContract)(
    ({ shift: shiftId }) => ({ params: { shiftId }, body: { version, withShiftId: shiftId, withVersion: version } }),
    { about: 'township' },
  ),
  line(crisis.readOnDutyContract)(ofPatient, { about: 'patient' }),
  line(crisis.listDrillsContract)(nothing, { about: 'township', shows: ({ drill }) => drill }),
  line(crisis.logDrillContract)(
    ({ township: townshipId, person }) => ({
      body: { drillId: newId(), townshipId, on: NEVER, what: '夜间处置', personIds: [person], findings: '都到了' },
    }),
    { about: 'township' },
  ),
  line(caseTeams.listCaseTeamsContract)(nothing, { about: 'patient', shows: ({ caseTeam }) => caseTeam }),
  line(caseTeams.readCaseTeamContract)(ofCaseTeam, { about: 'patient' }),
  line(caseTeams.openCaseTeamContract)(
    things => ({
      ...ofCaseTeam(things),
      body: { members: [{ personId: things.person, post: 'doctor' }], leaderId: things.person, plan, reviewOn: on, version },
    }),
    { about: 'patient' },
  ),
  line(caseTeams.reviewCaseTeamContract)(
    things => ({ ...ofCaseTeam(things), body: { reviewId: newId(), finding: '平稳', plan, nextOn: on, version } }),
    { about: 'patient' },
  ),
  line(caseTeams.askToCloseCaseTeamContract)(things => ({ ...ofCaseTeam(things), body: { reason: '原因已消除', version } }), {
    about: 'patient',
  }),
  line(caseTeams.decideCaseClosingContract)(things => ({ ...ofCaseTeam(things), body: { agree: true, version } }), { about: 'patient' }),
  line(medication.readMedicationWeekContract)(ofPatient, { about: 'patient' }),
  line(medication.confirmMedicationContract)(things => ({ ...ofPatient(things), body: { on, answer: 'taken', at } }), { about: 'patient' }),
  line(regimen.readMedicationContract)(ofPatient, { about: 'patient' }),
  line(regimen.listRegimensContract)(ofPatient, { about: 'patient' }),
  // The first doctor's order goes through; the next ones are told that they have read an old one.
  line(regimen.setRegimenContract)(
    things => ({
      ...ofPatient(things),
      body: { regimenId: newId(), from: on, drugs: [{ name: '利培酮片', morningMg: 1 }], after: things.regimen },
    }),
    { about: 'patient' },
  ),
  line(regimen.endRegimenContract)(
    ({ patient, regimen: regimenId }) => ({ params: { patientId: patient, regimenId }, body: { lastDay: on, reason: 'other' } }),
    { about: 'patient' },
  ),
  line(supply.recordInjectionContract)(
    things => ({
      ...ofPatient(things),
      body: { injectionId: newId(), drug: '棕榈酸帕利哌酮注射液', mg: 100, givenOn: on, place: '卫生院', givenBy: '韩医生' },
    }),
    { about: 'patient' },
  ),
  line(supply.listInjectionsContract)(ofPatient, { about: 'patient' }),
  line(supply.recordDispensingContract)(
    things => ({
      ...ofPatient(things),
      body: { dispensingId: newId(), drug: '利培酮片', days: 30, givenOn: on, givenBy: '卫生院', free: true },
    }),
    { about: 'patient' },
  ),
  line(recordCollectionContract)(things => ({ ...ofPatient(things), body: { collectionId: newId(), on, days: 30 } }), {
    about: 'patient',
  }),
  line(supply.recordArrivalContract)(
    ({ patient, dispensing: dispensingId }) => ({ params: { patientId: patient, dispensingId }, body: { how: 'fetched', on } }),
    { about: 'patient' },
  ),
  line(supply.listDispensingsContract)(ofPatient, { about: 'patient' }),

  line(assessment.recordHealthExamContract)(
    things => ({ ...ofPatient(things), body: { examId: newId(), on, values: { ecg: 'normal' } } }),
    { about: 'patient' },
  ),
  // After the proposal was read: it may lapse.
  line(assessment.recordRiskReviewContract)(
    things => ({ ...ofPatient(things), body: { reviewId: newId(), on, risk: 1, stability: 'basicStable' } }),
    { about: 'patient' },
  ),
  line(visits.checkInVisitContract)(things => ({ ...ofPatient(things), body: { visitId: newId(), at } }), { about: 'patient' }),
  line(visits.recordVisitContract)(things => ({ ...ofVisit(things), body: { version, record: { result: 'lost', lostReason: 1 } } }), {
    about: 'patient',
  }),
  line(attachVisitPhotoContract)(things => ({ ...ofVisit(things), body: { attachmentId: newId(), content: SMALL_PNG } }), {
    about: 'patient',
  }),
  line(visits.readVisitContract)(ofVisit, { about: 'patient' }),
  line(visits.listVisitsContract)(ofPatient, { about: 'patient' }),
  line(visits.readNextVisitsContract)(ofPatient, { about: 'patient' }),
  line(visits.readBlankFormContract)(nothing),
  line(visits.readVisitFormContract)(ofPatient, { about: 'patient' }),
  line(visits.listMyPresencesContract)(nothing, { shows: ({ jointVisit }) => jointVisit, owners: ({ team }) => [team.lead] }),
  line(visits.answerPresenceContract)(({ jointVisit }) => ({ params: { visitId: jointVisit }, body: { there: true } }), {
    owners: ({ team }) => [team.lead],
  }),
  line(visits.recordOutcomeContract)(things => ({ ...ofVisit(things), body: { outcome: 'admitted' } }), { about: 'patient' }),

  line(afterVisit.listReferralsContract)(nothing, { about: 'patient', shows: ({ referral }) => referral }),
  line(afterVisit.readReferralContract)(ofReferral, { about: 'patient' }),
  line(afterVisit.moveReferralContract)(things => ({ ...ofReferral(things), body: { version, step: 'accept' } }), { about: 'patient' }),
  line(afterVisit.listAlertsContract)(nothing, { about: 'patient', shows: ({ alert }) => alert }),
  line(afterVisit.readAlertContract)(ofAlert, { about: 'patient' }),
  line(afterVisit.closeAlertContract)(things => ({ ...ofAlert(things), body: { version, outcome: 'unlocked', note: '已送医' } }), {
    about: 'patient',
  }),
  line(afterVisit.listConcernsContract)(nothing, { about: 'patient', shows: ({ concern }) => concern }),
  line(afterVisit.readConcernContract)(ofConcern, { about: 'patient' }),
  line(afterVisit.closeConcernContract)(things => ({ ...ofConcern(things), body: { version, result: '已核查' } }), { about: 'patient' }),
  line(afterVisit.reportConcernContract)(
    things => ({ ...ofPatient(things), body: { concernId: newId(), kind: 'abuse', words: '身上有伤' } }),
    { about: 'patient' },
  ),
  line(afterVisit.listLostReportsContract)(nothing, { about: 'patient', shows: ({ lostReport }) => lostReport }),
  line(afterVisit.readLostReportContract)(ofLostReport, { about: 'patient' }),
  line(afterVisit.issueLostReportContract)(
    things => ({ ...ofLostReport(things), body: { version, to: ['县委政法委'], paragraphs: ['特此报告'] } }),
    { about: 'patient' },
  ),

  line(incidents.listIncidentsContract)(nothing, { about: 'patient', shows: ({ incident }) => incident }),
  line(incidents.readIncidentContract)(ofIncident, { about: 'patient' }),
  line(incidents.markIncidentReadContract)(ofIncident, { about: 'patient' }),
  line(incidents.acknowledgeIncidentContract)(ofIncident, { about: 'patient' }),
  line(handling.readHandlingContract)(ofIncident, { about: 'patient' }),
  line(handling.beginHandlingContract)(ofIncident, { about: 'patient' }),
  line(handling.addEntryContract)(
    things => ({ ...ofIncident(things), body: { entryId: newId(), at, what: { kind: 'note', words: '已经平静' } } }),
    { about: 'patient' },
  ),
  line(handling.closeHandlingContract)(things => ({ ...ofIncident(things), body: { part: 'doctor', version } }), { about: 'patient' }),
  line(handling.decideConductContract)(
    things => ({
      ...ofIncident(things),
      body: { conductId: newId(), conduct: 'mildDisturbance', times: 1, as: 'police', reason: '出警后教育' },
    }),
    { about: 'patient' },
  ),
  // Without a ground nothing is recorded.
  line(admission.recordAdmissionContract)(
    things => ({
      ...ofPatient(things),
      body: {
        admissionId: newId(),
        from: 'inCare',
        on,
        ground: null,
        hospital: '县精神卫生中心',
        signedBy: 'patient',
        signerName: '试签',
        conclusionOn: null,
        guardianRefused: null,
      },
    }),
    { about: 'patient' },
  ),
  line(admission.listAdmissionsContract)(nothing, { about: 'patient', shows: things => things.admission }),
  line(admission.readAdmissionContract)(ofAdmission, { about: 'patient' }),
  line(admission.recordRediagnosisContract)(things => ({ ...ofAdmission(things), body: { version, step: 'confirm', on } }), {
    about: 'patient',
  }),
  line(admission.dischargePatientContract)(
    things => ({
      ...ofAdmission(things),
      body: { version, on, reason: 'better', diagnosis: '好转', medicine: '照旧', advice: '按时复诊' },
    }),
    { about: 'patient' },
  ),
  line(admission.receiveDischargedContract)(things => ({ ...ofAdmission(things), body: { version } }), { about: 'patient' }),
  // Too long ago: nothing is recorded.
  line(missing.reportMissingContract)(
    things => ({
      ...ofPatient(things),
      body: { missingId: newId(), lastSeenAt: '2020-01-01T08:00:00+08:00', place: '村口', clothes: '蓝外套', sheetAgreed: false },
    }),
    { about: 'patient' },
  ),
  line(missing.listMissingContract)(nothing, { about: 'patient', shows: things => things.missing }),
  line(missing.readMissingContract)(ofMissing, { about: 'patient' }),
  line(missing.printMissingReportContract)(ofMissing, { about: 'patient' }),
  line(missing.printMissingSheetContract)(ofMissing, { about: 'patient' }),
  line(missing.markReportSentContract)(things => ({ ...ofMissing(things), body: { version, to: 'police' } }), { about: 'patient' }),
  line(missing.recordFoundContract)(things => ({ ...ofMissing(things), body: { version, at, place: '车站', condition: 'well' } }), {
    about: 'patient',
  }),
  // A span that ends before it begins.
  line(lookBack.makeLookBackContract)(
    things => ({ ...ofPatient(things), body: { lookBackId: newId(), cause: 'other', from: on, to: addDays(on, -1) } }),
    { about: 'patient' },
  ),
  line(lookBack.listLookBacksContract)(nothing, { about: 'patient', shows: things => things.lookBack }),
  line(lookBack.readLookBackContract)(({ lookBack: lookBackId }) => ({ params: { lookBackId } }), { about: 'patient' }),
  line(incidents.addToIncidentContract)(things => ({ ...ofIncident(things), body: { additionId: newId(), note: '现在安静了' } }), {
    about: 'patient',
  }),
  line(incidents.addIncidentFileContract)(things => ({ ...ofIncident(things), body: { fileId: newId(), content: SMALL_PNG } }), {
    about: 'patient',
  }),
  line(incidents.readIncidentFileContract)(({ incident, incidentFile }) => ({ params: { incidentId: incident, fileId: incidentFile } }), {
    about: 'patient',
  }),
  line(unfiled.reportUnfiledIncidentContract)(
    ({ village }) => ({
      params: { areaId: village },
      body: { incidentId: newId(), kind: 'other', happenedAt: at, source: 'bystander', description: '村口的一位老人' },
    }),
    { about: 'patient' },
  ),
  line(unfiled.joinUnfiledIncidentContract)(
    ({ unfiledIncident }) => ({ params: { incidentId: unfiledIncident }, body: { sameAs: newId() } }),
    {
      about: 'patient',
    },
  ),
  line(unfiled.settleUnfiledIncidentContract)(
    ({ unfiledIncident }) => ({ params: { incidentId: unfiledIncident }, body: { outcome: 'clue' } }),
    { about: 'patient' },
  ),
  line(campaigns.listCampaignsContract)(nothing, { about: 'throughoutTownship', shows: ({ campaign }) => campaign }),
  line(campaigns.planCampaignContract)(
    ({ township: areaId }) => ({
      body: {
        campaignId: newId(),
        areaId,
        title: '试验排查',
        groups: [],
        planOn: on,
        carryOutOn: on,
        fillGapsOn: on,
        consolidateOn: on,
        endsOn: on,
      },
    }),
    { about: 'township' },
  ),
  line(campaigns.readCampaignContract)(({ campaign: campaignId }) => ({ params: { campaignId } }), { about: 'throughoutTownship' }),
  line(campaigns.answerVillageContract)(
    ({ campaign: campaignId, village: areaId }) => ({ params: { campaignId, areaId }, body: { answer: 'clues' } }),
    { about: 'patient' },
  ),
  line(campaigns.findGapContract)(
    ({ campaign: campaignId, village: areaId }) => ({ params: { campaignId }, body: { gapId: newId(), areaId, words: '有两户没去' } }),
    { about: 'patient' },
  ),
  line(campaigns.correctGapContract)(({ gap: gapId }) => ({ params: { gapId }, body: { remark: '补上了' } }), { about: 'patient' }),
  line(notices.recordNoticeContract)(
    ({ township: areaId }) => ({
      params: { areaId },
      body: { noticeId: newId(), source: 'hospital', from: '试验医院', comesOn: on, person: { name: '试归来' } },
    }),
    { about: 'township' },
  ),
  line(notices.listNoticesContract)(nothing, { about: 'township', shows: ({ notice }) => notice }),
  line(notices.readNoticeContract)(ofNotice, { about: 'township' }),
  line(notices.matchNoticeContract)(things => ({ ...ofNotice(things), body: { as: 'file', patientId: things.patient, version } }), {
    about: 'township',
  }),
  line(notices.finishNoticeContract)(things => ({ ...ofNotice(things), body: { as: 'done', version } }), { about: 'township' }),
  line(clues.reportClueContract)(
    ({ village: areaId }) => ({
      params: { areaId },
      body: { clueId: newId(), form: 1, yes: [3], source: 'public', whereabouts: 'atHome', person: { name: '试线索' } },
    }),
    { about: 'patient' },
  ),
  line(clues.listCluesContract)(nothing, { about: 'patient', shows: ({ clue }) => clue }),
  line(clues.listMyCluesContract)(nothing, { shows: ({ clue }) => clue, owners: ({ deputy }) => [deputy] }),
  line(clues.readClueContract)(ofClue, { about: 'patient' }),
  line(clues.findAlikeContract)(ofClue, { about: 'patient' }),
  line(clues.openInformantContract)(things => ({ ...ofClue(things), body: { why: 'askMore' } }), { about: 'patient' }),
  line(clues.describeClueContract)(
    things => ({ ...ofClue(things), body: { version, areaId: things.village, whereabouts: 'atHome', person: { name: '试线索' } } }),
    { about: 'patient' },
  ),
  line(clues.checkClueContract)(things => ({ ...ofClue(things), body: { as: 'new', version } }), { about: 'patient' }),
  line(clues.reviewClueContract)(
    things => ({
      ...ofClue(things),
      body: { version, finding: 'notConfirmed', reviewedOn: on, psychiatrist: '试医', hospital: '试验医院', patientId: newId() },
    }),
    { about: 'patient' },
  ),
  line(clues.withdrawClueContract)(things => ({ ...ofClue(things), body: { version, reason: '报错了' } }), { about: 'patient' }),
  // After the others: it tells offices, and who was told may read.
  line(incidents.reportIncidentContract)(
    things => ({ ...ofPatient(things), body: { incidentId: newId(), kind: 'threat', happenedAt: at } }),
    { about: 'patient' },
  ),

  line(intake.previewImportContract)(({ township }) => ({ body: { townshipId: township, fileName: '责任清单.xlsx', list } }), {
    about: 'township',
  }),
  line(intake.listImportsContract)(nothing, { about: 'township', shows: things => things.import }),
  line(intake.readImportContract)(ofImport, { about: 'township' }),
  line(intake.answerImportContract)(things => ({ ...ofImport(things), body: { answers: {}, version } }), { about: 'township' }),
  line(intake.confirmImportContract)(things => ({ ...ofImport(things), body: { rows: ['s0r0'], version } }), { about: 'township' }),
  line(intake.discardImportContract)(things => ({ ...ofImport(things), body: { version } }), { about: 'township' }),

  line(attachments.listAttachmentsContract)(ofPatient, { about: 'patient' }),
  line(attachments.attachFileContract)(
    things => ({ ...ofPatient(things), body: { attachmentId: newId(), kind: 'other', what: '证明', content: SMALL_PNG } }),
    { about: 'patient' },
  ),
  line(attachments.readAttachmentContract)(({ attachment: attachmentId }) => ({ params: { attachmentId } }), { about: 'patient' }),
  line(attachments.removeAttachmentContract)(
    ({ attachment: attachmentId }) => ({ params: { attachmentId }, body: { reason: '传错了', version } }),
    { about: 'patient' },
  ),
  line(breakGlass.openInEmergencyContract)(
    ({ township }) => ({
      body: { openingId: newId(), who: { by: 'name', name: '没有此人', villageId: township }, reason: '夜间急诊需要了解情况' },
    }),
    { posted: true },
  ),
  line(breakGlass.listOpeningsContract)(nothing, { about: 'patient', shows: ({ opening }) => opening }),
  line(breakGlass.markOpeningSeenContract)(({ opening: openingId }) => ({ params: { openingId } }), { about: 'patient' }),
  line(breakGlass.reviewOpeningContract)(
    ({ opening: openingId }) => ({ params: { openingId }, body: { verdict: 'justified', note: '已核实' } }),
    { about: 'patient' },
  ),

  line(kept.listSubjectsContract)(nothing, { shows: ({ patient }) => patient, owners: ({ ward, self }) => [ward.guardian, self] }),
  line(kept.readKeptContract)(ofPatient, { about: 'patient' }),
  line(kept.listReadersContract)(ofPatient, { about: 'patient' }),
  line(requests.makeRequestContract)(things => ({ ...ofPatient(things), body: { requestId: newId(), kind: 'access', words: '想看看' } }), {
    about: 'patient',
  }),
  line(requests.recordRequestContract)(
    things => ({
      ...ofPatient(things),
      body: {
        requestId: newId(),
        kind: 'complaint',
        words: '想换一位医生',
        name: '试代',
        contact: '村委会',
        proof: 'committeeLetter',
        proofNote: '介绍信一份',
      },
    }),
    { about: 'patient' },
  ),
  line(requests.listMyRequestsContract)(nothing, { shows: ({ request }) => request, owners: guardian }),
  line(requests.listRequestsContract)(nothing, { about: 'patient', shows: ({ request }) => request }),
  line(requests.readRequestContract)(({ request: requestId }) => ({ params: { requestId } }), { about: 'patient' }),
  line(requests.readRequestVoiceContract)(({ request: requestId }) => ({ params: { requestId } }), { about: 'patient' }),
  line(requests.answerRequestContract)(
    ({ request: requestId }) => ({ params: { requestId }, body: { outcome: 'granted', words: '已更正', version } }),
    { about: 'patient' },
  ),
  line(requests.escalateRequestContract)(({ request: requestId }) => ({ params: { requestId }, body: { version } }), { owners: guardian }),
  line(requests.invitePatientContract)(ofPatient, { about: 'patient' }),
  line(handedIn.handInContract)(() => ({
    body: {
      proof: 'nobody',
      key: newId(),
      method: 'POST',
      path: '/visits',
      contract: 1,
      body: {},
      what: '随访记录',
      madeAt: at,
    },
  })),
  line(handedIn.listHandedInContract)(nothing, { about: 'patient', shows: things => things.handedIn }),
  line(handedIn.readHandedInContract)(({ handedIn: handedInId }) => ({ params: { handedInId } }), { about: 'patient' }),
  line(handedIn.decideHandedInContract)(
    ({ handedIn: handedInId }) => ({ params: { handedInId }, body: { decision: 'setAside', reason: '已在纸上记过', version } }),
    { about: 'patient' },
  ),
  line(exports.askExportContract)(
    ({ township: townshipId }) => ({ body: { exportId: newId(), content: 'patientList', townshipId, reason: '上级要求核对名单' } }),
    { about: 'township' },
  ),
  line(exports.listExportsContract)(nothing, { about: 'township', shows: things => things.export }),
  line(exports.decideExportContract)(things => ({ params: { exportId: things.export }, body: { approve: true, version } }), {
    about: 'township',
  }),
  line(exports.downloadExportContract)(things => ({ params: { exportId: things.export }, body: { stepUpTicket } }), { about: 'township' }),
  line(readRetentionContract)(nothing, { about: 'ownCounty' }),

  line(warnings.listWarningsContract)(nothing, { about: 'patient', shows: ({ warning }) => warning }),
  line(warnings.acknowledgeWarningContract)(({ warning: warningId }) => ({ params: { warningId }, body: { version } }), {
    about: 'patient',
  }),
  line(warnings.closeWarningContract)(({ warning: warningId }) => ({ params: { warningId }, body: { version, note: '已上门核实' } }), {
    about: 'patient',
  }),
  line(indicators.readIndicatorsContract)(({ township: areaId }) => ({ query: { areaId } }), { about: 'township' }),
  line(indicators.readRegionContract)(nothing, { about: 'ownCounty' }),
  line(indicators.listBehindContract)(({ village: areaId }) => ({ query: { areaId, question: 'detection', side: 'holds' } }), {
    about: 'patient',
    shows: ({ patient }) => patient,
  }),
  line(listKeyGroupContract)(() => ({ query: { group: 'poor' } }), { about: 'patient', shows: ({ patient }) => patient }),
  line(indicators.setResidentsContract)(({ village: areaId }) => ({ body: { since: on, rows: [{ areaId, residents: 1_860 }] } }), {
    about: 'county',
  }),
  line(relief.readOutlookContract)(ofPatient, { about: 'patient' }),
  line(relief.tellFactContract)(things => ({ ...ofPatient(things), body: { fact: 'insured', answer: 'yes' } }), { about: 'patient' }),
  line(relief.applyForReliefContract)(
    things => ({ ...ofPatient(things), body: { reliefId: newId(), benefit: 'medicalRelief', fast: true } }),
    { about: 'patient' },
  ),
  line(relief.recordGrantContract)(things => ({ ...ofPatient(things), body: { grantId: newId(), benefit: 'minimumLiving', from: on } }), {
    about: 'patient',
  }),
  line(relief.endGrantContract)(({ reliefGrant: grantId }) => ({ params: { grantId }, body: { version, lastOn: NEVER } }), {
    about: 'patient',
  }),
  line(relief.listReliefContract)(nothing, { about: 'patient', shows: things => things.relief }),
  line(relief.readReliefContract)(ofRelief, { about: 'patient' }),
  line(relief.readReliefVoiceContract)(({ relief: reliefId, reliefStep: stepId }) => ({ params: { reliefId, stepId } }), {
    about: 'patient',
  }),
  line(relief.receivePapersContract)(things => ({ ...ofRelief(things), body: { version, papers: ['身份证（没有的先办，以后补）'] } }), {
    about: 'patient',
  }),
  line(relief.forwardReliefContract)(things => ({ ...ofRelief(things), body: { version } }), { about: 'patient' }),
  line(relief.recordResultContract)(things => ({ ...ofRelief(things), body: { outcome: 'refused', version, words: '条件不符' } }), {
    about: 'patient',
  }),
  line(relief.withdrawReliefContract)(things => ({ ...ofRelief(things), body: { version } }), { about: 'patient' }),
  line(relief.objectToReliefContract)(things => ({ ...ofRelief(things), body: { version, words: '有异议' } }), { about: 'patient' }),
  line(relief.answerReliefContract)(things => ({ ...ofRelief(things), body: { version, outcome: 'uphold', words: '维持' } }), {
    about: 'patient',
  }),
  line(relief.listHardshipsContract)(() => ({ query: { kind: 'homeless' } }), { about: 'patient', shows: ({ patient }) => patient }),
  line(costs.listCostsContract)(nothing, { about: 'patient', shows: ({ cost }) => cost }),
  line(costs.proposeCostContract)(
    things => ({ ...ofPatient(things), body: { costId: newId(), origin: 'unknown', billFen: 100, words: '救治费用' } }),
    { about: 'patient' },
  ),
  line(costs.reviewCostContract)(things => ({ ...ofCost(things), body: { version, allowedFen: 100, words: '同意' } }), {
    about: 'patient',
  }),
  line(costs.payCostContract)(things => ({ ...ofCost(things), body: { version, paidFen: 100, words: '凭证一号' } }), { about: 'patient' }),
  line(costs.superviseCostContract)(things => ({ ...ofCost(things), body: { version, words: '属实' } }), { about: 'patient' }),

  line(rehab.listProgrammesContract)(nothing, { about: 'township', shows: ({ programme }) => programme }),
  line(rehab.openProgrammeContract)(
    ({ township: areaId }) => ({ body: { programmeId: newId(), areaId, kind: 'work', what: '编竹筐', place: '文化站', since: NEVER } }),
    { about: 'township' },
  ),
  line(rehab.readProgrammeContract)(ofProgramme, { about: 'township' }),
  line(rehab.endProgrammeContract)(things => ({ ...ofProgramme(things), body: { version, lastOn: on } }), { about: 'township' }),
  line(rehab.logSessionContract)(
    things => ({ ...ofProgramme(things), body: { sessionId: newId(), on: NEVER, what: '编了两只', present: [things.participant] } }),
    { about: 'township' },
  ),
  line(rehab.readRehabOfPatientContract)(ofPatient, { about: 'patient' }),
  line(rehab.joinProgrammeContract)(
    things => ({
      ...ofPatient(things),
      body: { participantId: newId(), programmeId: things.programme, origin: 'family', since: on },
    }),
    { about: 'patient' },
  ),
  line(rehab.leaveProgrammeContract)(
    ({ participant: participantId }) => ({ params: { participantId }, body: { version, lastOn: on, end: 'home' } }),
    { about: 'patient' },
  ),
  line(rehab.listComingHomeContract)(nothing, { about: 'patient', shows: ({ homecoming }) => homecoming }),
  line(rehab.listReferredContract)(nothing, { about: 'patient', shows: ({ referred }) => referred }),
  line(rehab.listEmploymentContract)(nothing, { about: 'patient', shows: ({ employment }) => employment }),
  line(rehab.recordEmploymentContract)(
    things => ({ ...ofPatient(things), body: { employmentId: newId(), kind: 'farming', where: '自家地', since: NEVER } }),
    { about: 'patient' },
  ),
  line(rehab.endEmploymentContract)(({ employment: employmentId }) => ({ params: { employmentId }, body: { version, lastOn: on } }), {
    about: 'patient',
  }),
  line(rehab.listVolunteersContract)(nothing, { about: 'township', shows: ({ volunteer }) => volunteer }),
  line(rehab.addVolunteerContract)(
    ({ township: areaId }) => ({
      body: { volunteerId: newId(), areaId, name: '试热心', phone: '0000', does: '陪着去领药', since: NEVER },
    }),
    { about: 'township' },
  ),
  line(rehab.endVolunteerContract)(({ volunteer: volunteerId }) => ({ params: { volunteerId }, body: { version, lastOn: on } }), {
    about: 'township',
  }),
  line(escorts.listEscortsContract)(nothing, { about: 'patient', shows: ({ escort }) => escort }),
  line(escorts.planEscortContract)(
    things => ({
      ...ofPatient(things),
      body: { escortId: newId(), reason: 'elsewhere', from: '云坪镇', to: '邻县', escorts: '两人', words: '返乡' },
    }),
    { about: 'patient' },
  ),
  line(escorts.moveEscortContract)(things => ({ ...ofEscort(things), body: { version, to: 'underway' } }), { about: 'patient' }),
  line(escorts.handOverEscortContract)(
    things => ({
      ...ofEscort(things),
      body: { version, receiver: '试接收', unit: '救助站', phone: '0000', items: ['record'], condition: '平稳' },
    }),
    { about: 'patient' },
  ),
  line(escorts.printEscortReceiptContract)(ofEscort, { about: 'patient' }),
  line(legal.listLegalMattersContract)(nothing, { about: 'patient', shows: ({ legalMatter }) => legalMatter }),
  line(legal.recordLegalMatterContract)(
    ({ patient: patientId, guardian: ownerId }) => ({
      body: {
        matterId: newId(),
        patientId,
        areaId: null,
        kind: 'legalAid',
        subject: null,
        ownerId,
        foundOn: on,
        dueOn: on,
        words: '转介',
      },
    }),
    { about: 'patient' },
  ),
  line(legal.readLegalMatterContract)(ofLegalMatter, { about: 'patient' }),
  line(legal.noteLegalMatterContract)(things => ({ ...ofLegalMatter(things), body: { version, act: 'noted', words: '问过了' } }), {
    about: 'patient',
  }),
  line(legal.passLegalMatterContract)(
    things => ({ ...ofLegalMatter(things), body: { version, ownerId: things.guardian, dueOn: NEVER, words: '转交' } }),
    { about: 'patient' },
  ),
  line(legal.closeLegalMatterContract)(things => ({ ...ofLegalMatter(things), body: { version, outcome: 'settled', words: '说好了' } }), {
    about: 'patient',
  }),
  line(activities.listActivitiesContract)(nothing, { about: 'township', shows: ({ activity }) => activity }),
  line(activities.logActivityContract)(
    ({ township: areaId }) => ({
      body: {
        activityId: newId(),
        areaId,
        kind: 'publicity',
        on: NEVER,
        what: '宣传',
        findings: '三百人',
        attendees: 300,
        organiser: 'townHealthCenter',
      },
    }),
    { about: 'township' },
  ),
  line(activities.readActivityContract)(ofActivity, { about: 'township' }),
  line(activities.addActivityPhotoContract)(
    things => ({ ...ofActivity(things), body: { photoId: newId(), content: 'AAAA', nobodyOfCare: true } }),
    { about: 'township' },
  ),
  line(activities.readActivityPhotoContract)(ofActivityPhoto, { about: 'township' }),
  line(activities.removeActivityPhotoContract)(things => ({ ...ofActivityPhoto(things), body: { reason: '能认出人' } }), {
    about: 'township',
  }),

  line(agreements.listAgreementsContract)(nothing, { about: 'township', shows: ({ agreement }) => agreement }),
  line(applications.makeApplicationContract)(
    things => ({ ...ofPatient(things), body: { applicationId: newId(), from: on, to: NEVER, livesTogether: true, reallyCares: true } }),
    { about: 'patient' },
  ),
  line(applications.listApplicationsContract)(nothing, { about: 'agreement', shows: ({ application }) => application }),
  line(applications.myApplicationsContract)(nothing, { shows: ({ application }) => application, owners: guardian }),
  line(applications.readApplicationContract)(ofApplication, { about: 'agreement' }),
  line(applications.readRewardPaperContract)(
    ({ application: applicationId, paper: attachmentId }) => ({ params: { applicationId, attachmentId } }),
    {
      about: 'agreement',
    },
  ),
  line(applications.readApplicationVoiceContract)(
    ({ application: applicationId, applicationStep: stepId }) => ({ params: { applicationId, stepId } }),
    { about: 'agreement' },
  ),
  line(applications.reviewInVillageContract)(things => ({ ...ofApplication(things), body: { version, outcome: 'agree' } }), {
    about: 'agreement',
  }),
  line(applications.giveDepartmentOpinionContract)(
    things => ({ ...ofApplication(things), body: { version, department: 'village', stand: 'agree' } }),
    { about: 'agreement' },
  ),
  line(applications.concludeInTownshipContract)(things => ({ ...ofApplication(things), body: { version, outcome: 'agree' } }), {
    about: 'agreement',
  }),
  line(applications.approveInCountyContract)(things => ({ ...ofApplication(things), body: { version, outcome: 'agree' } }), {
    about: 'agreement',
  }),
  line(applications.resubmitApplicationContract)(
    things => ({ ...ofApplication(things), body: { version, livesTogether: true, reallyCares: true } }),
    { about: 'agreement' },
  ),
  line(applications.withdrawApplicationContract)(things => ({ ...ofApplication(things), body: { version } }), { about: 'agreement' }),
  line(applications.objectToRefusalContract)(things => ({ ...ofApplication(things), body: { version, words: '有异议' } }), {
    about: 'agreement',
  }),
  line(applications.answerObjectionContract)(
    things => ({ ...ofApplication(things), body: { version, outcome: 'uphold', words: '维持' } }),
    { about: 'agreement' },
  ),
  line(applications.keepRewardPaperContract)(things => ({ ...ofPatient(things), body: { attachmentId: newId(), content: 'AAAA' } }), {
    about: 'patient',
  }),
  line(agreements.draftAgreementContract)(({ application }) => ({ body: { applicationId: application } }), { about: 'agreement' }),
  line(signing.startReadingContract)(things => ({ ...ofAgreement(things), body: { readingId: newId(), contentSha256: hash } }), {
    about: 'agreement',
  }),
  line(signing.keepSignedPageContract)(things => ({ ...ofAgreement(things), body: { attachmentId: newId(), content: 'AAAA' } }), {
    about: 'agreement',
  }),
  line(signing.signOnPaperContract)(
    things => ({ ...ofAgreement(things), body: { version, contentSha256: hash, pages: [newId()], witnessed: true } }),
    { about: 'agreement' },
  ),
  line(signing.readClipContract)(({ agreement }) => ({ params: { agreementId: agreement, section: '0' } }), { about: 'agreement' }),
  line(agreements.readAgreementContract)(ofAgreement, { about: 'agreement' }),
  line(agreements.printAgreementContract)(ofAgreement, { about: 'agreement' }),
  line(agreements.checkAgreementContract)(() => ({ body: { number: 'GH-990101-2026-0001', digest: hash } })),
  line(agreements.printAgreementPdfContract)(ofAgreement, { about: 'agreement' }),
  line(agreements.signAgreementContract)(
    things => ({ ...ofAgreement(things), body: { version, contentSha256: hash, readingId: newId(), readToEnd: true, strokes: STROKES } }),
    { about: 'agreement' },
  ),
  line(agreements.countersignAgreementContract)(things => ({ ...ofAgreement(things), body: { version, contentSha256: hash } }), {
    about: 'agreement',
  }),
  line(agreements.suspendAgreementContract)(things => ({ ...ofAgreement(things), body: { version, from: on, reason: 'missing' } }), {
    about: 'agreement',
  }),
  line(agreements.resumeAgreementContract)(things => ({ ...ofAgreement(things), body: { version, from: on } }), { about: 'agreement' }),
  line(agreements.terminateAgreementContract)(things => ({ ...ofAgreement(things), body: { version, lastDay: on, reason: 'movedOut' } }), {
    about: 'agreement',
  }),

  line(stops.proposeYearStopContract)(things => ({ ...ofAppraisal(things), body: { stopId: newId(), ...heard } }), { about: 'agreement' }),
  line(stops.decideYearStopContract)(({ yearStop }) => ({ params: { stopId: yearStop }, body: { version, decision: 'withdraw' } }), {
    about: 'agreement',
  }),
  line(recoveries.proposeRecoveryContract)(
    things => ({ ...ofEntitlement(things), body: { recoveryId: newId(), amountFen: 1, ...heard } }),
    { about: 'agreement' },
  ),
  line(recoveries.listRecoveriesContract)(nothing, { about: 'township', shows: ({ recovery }) => recovery }),
  line(recoveries.decideRecoveryContract)(
    ({ recovery }) => ({ params: { recoveryId: recovery }, body: { version, decision: 'withdraw' } }),
    {
      about: 'agreement',
    },
  ),
  line(recoveries.recordRepaymentContract)(
    ({ recovery }) => ({ params: { recoveryId: recovery }, body: { version, amountFen: 1, documentNumber: '收1', paidOn: on } }),
    { about: 'agreement' },
  ),

  line(appraisal.listAppraisalsContract)(nothing, { about: 'patient', shows: things => things.appraisal }),
  line(appraisal.readAppraisalContract)(ofAppraisal, { about: 'patient' }),
  line(appraisal.giveOpinionContract)(things => ({ ...ofAppraisal(things), body: { version, outcome: 'full' } }), { about: 'patient' }),
  line(objections.makeObjectionContract)(things => ({ ...ofAppraisal(things), body: { objectionId: newId(), words: '那天在医院' } }), {
    about: 'patient',
  }),
  line(objections.recordObjectionContract)(things => ({ ...ofAppraisal(things), body: { objectionId: newId(), words: '那天在医院' } }), {
    about: 'patient',
  }),
  line(objections.listObjectionsContract)(nothing, { about: 'township', shows: things => things.objection }),
  line(objections.readObjectionContract)(ofObjection, { about: 'township' }),
  line(objections.answerObjectionContract)(
    things => ({ ...ofObjection(things), body: { version, outcome: 'refused', reasons: '经核实属实' } }),
    {
      about: 'township',
    },
  ),
  line(objections.readObjectionVoiceContract)(ofObjection, { about: 'township' }),
  line(objections.recordTrainingContract)(
    things => ({ ...ofAppraisal(things), body: { trainingId: newId(), onDay: NEVER, topic: '安全用药' } }),
    { about: 'patient' },
  ),

  line(payouts.myPassbookContract)(nothing, { shows: ({ agreement }) => agreement, owners: guardian }),
  line(payouts.myEntitlementsContract)(nothing),
  line(payouts.readEntitlementContract)(ofEntitlement, { about: 'agreement' }),
  line(payouts.claimEntitlementContract)(ofEntitlement, { about: 'agreement' }),
  line(payouts.listEntitlementsContract)(nothing, { about: 'township', shows: ({ entitlement }) => entitlement }),
  line(payouts.decideFailureContract)(things => ({ ...ofEntitlement(things), body: { version, decision: 'retry', reason: '已核对' } }), {
    about: 'township',
  }),
  line(payouts.prepareBatchContract)(
    ({ unbatched, entitlement }) => ({ body: { title: '一季度', entitlementIds: [unbatched, entitlement] } }),
    {
      about: 'township',
    },
  ),
  line(payouts.listBatchesContract)(nothing, { about: 'township', shows: ({ draftBatch }) => draftBatch }),
  line(payouts.readBatchContract)(ofDraft, { about: 'township' }),
  line(payouts.checkBatchContract)(things => ({ ...ofDraft(things), body: { version } }), { about: 'township' }),
  line(payouts.returnBatchContract)(things => ({ ...ofDraft(things), body: { version, reason: '再核一遍' } }), { about: 'township' }),
  line(payouts.releaseBatchContract)(({ checkedBatch }) => ({ params: { batchId: checkedBatch }, body: { version, stepUpTicket } }), {
    about: 'township',
  }),
  line(channels.setPayChannelContract)(things => ({ ...ofEntitlement(things), body: { channel: 'wechat' } }), { about: 'township' }),
  line(channels.cancelTransferContract)(ofEntitlement, { about: 'township' }),
  line(receipts.readTransferReceiptContract)(ofEntitlement, { about: 'township' }),
  line(receipts.askTransferReceiptContract)(ofEntitlement, { about: 'township' }),
  line(receipts.downloadTransferReceiptContract)(ofEntitlement, { about: 'township' }),
  line(channels.recordCashContract)(
    things => ({ ...ofEntitlement(things), body: { receiptNumber: '现一号', witnesses: ['见证甲', '见证乙'], paidOn: on } }),
    { about: 'township' },
  ),
  line(channels.returnCashContract)(things => ({ ...ofEntitlement(things), body: { reason: '没有来领' } }), { about: 'township' }),
  line(channels.makePayListContract)(things => ({ ...ofDraft(things), body: { channel: 'bank' } }), { about: 'township' }),
  line(channels.listPayListsContract)(ofDraft, { about: 'township' }),
  line(channels.downloadPayListContract)(({ payList }) => ({ params: { listId: payList }, body: { as: 'text', stepUpTicket } }), {
    about: 'township',
  }),
  line(channels.readBankResultContract)(({ payList }) => ({ params: { listId: payList }, body: { text: '不是回盘文件' } }), {
    about: 'township',
  }),
  line(finance.readOutlookContract)(nothing, { about: 'ownPost' }),
  line(finance.downloadBatchReportContract)(things => ({ ...ofDraft(things), body: { as: 'pdf', stepUpTicket } }), { about: 'township' }),
  line(finance.readPublicNoticeContract)(ofDraft, { about: 'township' }),
  line(finance.publishNoticeContract)(ofDraft, { about: 'township' }),
  line(finance.openBudgetLineContract)(
    ({ office }) => ({ body: { officeId: office, year: 2027, code: '2101', name: '以奖代补', plannedFen: 1 } }),
    { about: 'township' },
  ),
  line(finance.planBudgetLineContract)(({ budgetLine }) => ({ params: { lineId: budgetLine }, body: { plannedFen: 1, was: 999 } }), {
    about: 'township',
  }),
  line(budget.listExpendituresContract)(nothing, { about: 'township', shows: ({ expenditure }) => expenditure }),
  line(budget.recordExpenditureContract)(
    ({ spentLine: lineId }) => ({
      params: { lineId },
      body: { expenditureId: newId(), amountFen: 1, paidOn: on, documentNumber: '凭二号', words: '购买药品' },
    }),
    { about: 'township' },
  ),
  line(budget.takeBackExpenditureContract)(
    ({ otherExpenditure }) => ({ params: { expenditureId: otherExpenditure }, body: { words: '登记错了' } }),
    {
      about: 'township',
    },
  ),
  line(budget.checkExpenditureContract)(({ expenditure }) => ({ params: { expenditureId: expenditure }, body: { words: '票据相符' } }), {
    about: 'township',
  }),
  line(readReconciliationContract)(nothing, { about: 'ownPost' }),
  line(payouts.readFundsContract)(nothing, { about: 'township', shows: ({ office }) => office }),
  line(payouts.recordAppropriationContract)(
    ({ office }) => ({ body: { officeId: office, amountFen: 1, receivedOn: on, documentNumber: '拨一号' } }),
    { about: 'township' },
  ),
  line(payouts.wechatPayCallbackContract)(() => ({ params: { merchantAccountId: newId() } })),

  line(exchange.listRoundsContract)(nothing, { about: 'township', shows: ({ exchangeRound }) => exchangeRound }),
  line(exchange.readRoundContract)(ofRound, { about: 'township' }),
  line(exchange.handInListContract)(
    things => ({
      ...ofRound(things),
      body: { department: 'civilAffairs', list: { way: 'typed', people: [{ name: '试乙', born: '1950', values: {} }] } },
    }),
    { about: 'township' },
  ),
  line(exchange.listRowsContract)(ofRound, { about: 'township' }),
  line(exchange.matchRowContract)(
    ({ exchangeRound: roundId, exchangeRow: rowId }) => ({ params: { roundId, rowId }, body: { patientId: null, version } }),
    { about: 'township' },
  ),
  line(exchange.listDifferencesContract)(ofRound, { about: 'township' }),
  line(exchange.answerDifferenceContract)(
    ({ exchangeRound: roundId, exchangeDifference: differenceId }) => ({
      params: { roundId, differenceId },
      body: { outcome: 'confirmed', version },
    }),
    { about: 'township' },
  ),
  line(exchange.signRoundContract)(things => ({ ...ofRound(things), body: { version } }), { about: 'township' }),
  line(exchange.listChangesContract)(ofRound, { about: 'township' }),
  line(exchange.listEntriesContract)(() => ({ query: { system: 'national', limit: 100 } }), {
    about: 'patient',
    shows: ({ patient }) => patient,
  }),
  line(exchange.recordEntryContract)(
    ({ patient }) => ({
      body: { entryId: newId(), patientId: patient, system: 'national', state: 'entered', on: calendarDate('2020-01-01') },
    }),
    { about: 'patient' },
  ),

  line(policy.listPoliciesContract)(nothing, { about: 'ownPost' }),
  line(policy.setPolicyContract)(
    () => ({ params: { kind: 'visit' }, body: { effectiveOn: on, after: 99, policy: SHIPPED_VISIT_POLICIES.fourColours.policy } }),
    { about: 'ownCounty' },
  ),

  line(reminders.reportSubscriptionsContract)(() => ({ body: { answers: {} } })),
  line(reminders.listMyMessagesContract)(nothing),
  line(reminders.markMessageReadContract)(ofMessage, { owners: gridWorker }),
  line(reminders.acknowledgeMessageContract)(ofMessage, { owners: gridWorker }),
  line(reminders.listPersonMessagesContract)(ofPerson, { about: 'county' }),
  line(reminders.readHoldContract)(ofTask, { owners: worker }),
  line(reminders.holdTaskContract)(
    things => ({ ...ofTask(things), body: { kind: 'snooze', until: new Date(NOW.getTime() + 3_600_000).toISOString(), reason: 'busy' } }),
    { owners: worker },
  ),
  line(reminders.endHoldContract)(ofTask, { owners: worker }),
  line(reminders.listMyOverdueContract)(nothing),
  line(reminders.verifyMessageServerContract)(() => ({ query: { signature: 'x', timestamp: '1', nonce: 'x', echostr: 'x' } })),
  line(reminders.receiveMessageEventContract)(() => ({ query: { signature: 'x', timestamp: '1', nonce: 'x' } })),
  // Meetings
  line(meetings.listMeetingsContract)(nothing, { about: 'township', shows: ({ meeting }) => meeting }),
  line(meetings.proposeMeetingContract)(({ township: townshipId }) => ({ query: { townshipId } }), { about: 'township' }),
  line(meetings.planMeetingContract)(
    ({ township: townshipId, meetingUnit }) => ({
      body: { meetingId: newId(), townshipId, kind: 'special', on: NEVER, place: '二楼', units: [meetingUnit], agenda: [] },
    }),
    { about: 'township' },
  ),
  line(meetings.readMeetingContract)(ofMeeting, { about: 'township' }),
  line(meetings.cancelMeetingContract)(things => ({ ...ofMeeting(things), body: { version, reason: '改期' } }), { about: 'township' }),
  line(meetings.writeMinutesContract)(
    things => ({
      ...ofMeeting(things),
      body: {
        version,
        attendance: [{ organisationId: things.meetingUnit, attended: true, who: null }],
        summary: '通报工作',
        topics: [],
        decisions: [],
      },
    }),
    { about: 'township' },
  ),
  line(meetings.sendMinutesContract)(things => ({ ...ofMeeting(things), body: { version } }), { about: 'township' }),
  line(meetings.countersignMinutesContract)(
    things => ({
      ...ofMeeting(things),
      body: { textId: newId(), organisationId: things.meetingUnit, stand: 'agree', words: null, paperSigner: null },
    }),
    { owners: ({ unitMember }) => [unitMember] },
  ),
  line(meetings.issueMinutesContract)(things => ({ ...ofMeeting(things), body: { version } }), { about: 'township' }),
  line(meetings.printMinutesContract)(({ meeting: meetingId }) => ({ params: { meetingId, format: 'docx' } }), { about: 'township' }),
  line(meetings.listDecisionsContract)(nothing, { about: 'township', shows: ({ decision }) => decision }),
  line(meetings.giveDecisionContract)(
    ({ decision: decisionId, person: ownerId }) => ({ params: { decisionId }, body: { version, ownerId } }),
    { about: 'township' },
  ),
  line(meetings.finishDecisionContract)(({ decision: decisionId }) => ({ params: { decisionId }, body: { version, outcome: '办好了' } }), {
    owners: ({ unitMember }) => [unitMember],
  }),
  // Duties
  line(duties.readDutiesContract)(({ township: townshipId }) => ({ query: { townshipId } }), { about: 'township' }),
  line(readDepartmentSheetsContract)(({ township: townshipId }) => ({ query: { townshipId } }), { about: 'township' }),
  line(listDepartmentTotalsContract)(nothing, { about: 'township', shows: ({ township }) => township }),
  line(duties.recordEvidenceContract)(
    ({ township: townshipId }) => ({ body: { evidenceId: newId(), townshipId, duty: 'YM-03', on: NEVER, note: '培训一场' } }),
    { about: 'township' },
  ),
  line(duties.listLettersContract)(nothing, { about: 'township', shows: ({ letter }) => letter }),
  line(duties.sendLetterContract)(
    ({ township: townshipId, person: receiverId }) => ({
      body: { letterId: newId(), townshipId, receiverId, duty: null, words: '请补上走访', dueOn: NEVER },
    }),
    { about: 'township' },
  ),
  line(duties.answerLetterContract)(({ letter: letterId }) => ({ params: { letterId }, body: { version, answer: '已补' } }), {
    owners: ({ unitMember }) => [unitMember],
  }),
  line(duties.giveLetterContract)(({ letter: letterId, person: receiverId }) => ({ params: { letterId }, body: { version, receiverId } }), {
    about: 'township',
  }),
  line(duties.closeLetterContract)(({ letter: letterId }) => ({ params: { letterId }, body: { version } }), { about: 'township' }),
  // Last: nobody is signed in after it.
  line(access.signOutContract)(nothing),
];

function worker({ team, deputy }: Everything) {
  return [team.gridWorker, deputy];
}
function guardian({ ward }: Everything) {
  return [ward.guardian];
}
function gridWorker({ team }: Everything) {
  return [team.gridWorker];
}
