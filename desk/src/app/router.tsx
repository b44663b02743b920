import { createBrowserRouter, Navigate } from 'react-router';
import { AgreementsPage } from '../agreements/agreements-page.tsx';
import { AgreementPage } from '../agreements/agreement-page.tsx';
import { ApplicationPage } from '../agreements/application-page.tsx';
import { ApplicationsPage } from '../agreements/applications-page.tsx';
import { ApplyPage } from '../agreements/apply-page.tsx';
import { AppraisalPage } from '../appraisal/appraisal-page.tsx';
import { AppraisalsPage } from '../appraisal/appraisals-page.tsx';
import { ObjectionPage } from '../appraisal/objection-page.tsx';
import { ObjectionsPage } from '../appraisal/objections-page.tsx';
import { DuePage } from '../assessment/due-page.tsx';
import { CaseTeamPage } from '../cases/case-team-page.tsx';
import { CaseTeamsPage } from '../cases/case-teams-page.tsx';
import { CrisisRosterPage } from '../crisis/crisis-roster-page.tsx';
import { DrillsPage } from '../crisis/drills-page.tsx';
import { AdmissionPage } from '../incidents/admission-page.tsx';
import { AfterIncidentsPage } from '../incidents/after-incidents-page.tsx';
import { EntriesPage } from '../exchange/entries-page.tsx';
import { ExchangePage } from '../exchange/exchange-page.tsx';
import { ExchangeRulesPage } from '../exchange/exchange-rules-page.tsx';
import { RoundPage } from '../exchange/round-page.tsx';
import { IncidentPage } from '../incidents/incident-page.tsx';
import { IncidentsPage } from '../incidents/incidents-page.tsx';
import { LookBackPage } from '../incidents/look-back-page.tsx';
import { MissingPage } from '../incidents/missing-page.tsx';
import { NewAdmissionPage } from '../incidents/new-admission-page.tsx';
import { NewLookBackPage } from '../incidents/new-look-back-page.tsx';
import { NewMissingPage } from '../incidents/new-missing-page.tsx';
import { IndicatorsPage } from '../indicators/indicators-page.tsx';
import { KeyGroupsPage } from '../indicators/key-groups-page.tsx';
import { RegionPage } from '../indicators/region-page.tsx';
import { WarningsPage } from '../indicators/warnings-page.tsx';
import { ImportPage } from '../intake/import-page.tsx';
import { ImportsPage } from '../intake/imports-page.tsx';
import { UploadPage } from '../intake/upload-page.tsx';
import { LegalMatterPage } from '../law/legal-matter-page.tsx';
import { LegalMattersPage } from '../law/legal-matters-page.tsx';
import { NewLegalMatterPage } from '../law/new-legal-matter-page.tsx';
import { DepartmentSheetsPage } from '../duties/department-sheets-page.tsx';
import { DutiesPage } from '../duties/duties-page.tsx';
import { LettersPage } from '../duties/letters-page.tsx';
import { DecisionsPage } from '../meetings/decisions-page.tsx';
import { MeetingPage } from '../meetings/meeting-page.tsx';
import { MeetingsPage } from '../meetings/meetings-page.tsx';
import { NewMeetingPage } from '../meetings/new-meeting-page.tsx';
import { ActivitiesPage } from '../outreach/activities-page.tsx';
import { ActivityPage } from '../outreach/activity-page.tsx';
import { NewActivityPage } from '../outreach/new-activity-page.tsx';
import { PeriodPage } from '../periods/period-page.tsx';
import { PeriodsPage } from '../periods/periods-page.tsx';
import { ProposePeriodPage } from '../periods/propose-period-page.tsx';
import { RollCallPage } from '../periods/roll-call-page.tsx';
import { BatchPage } from '../payouts/batch-page.tsx';
import { BatchesPage } from '../payouts/batches-page.tsx';
import { FundsPage } from '../payouts/funds-page.tsx';
import { NoticePage } from '../payouts/notice-page.tsx';
import { PreparePage } from '../payouts/prepare-page.tsx';
import { ClashesPage } from '../people/clashes-page.tsx';
import { NewPersonPage } from '../people/new-person-page.tsx';
import { PeoplePage } from '../people/people-page.tsx';
import { PersonPage } from '../people/person-page.tsx';
import { PoliciesPage } from '../policy/policies-page.tsx';
import { PolicyPage } from '../policy/policy-page.tsx';
import { LetterPage } from '../registry/life/letter-page.tsx';
import { MovesPage } from '../registry/life/moves-page.tsx';
import { MergePage } from '../registry/merge-page.tsx';
import { MergesIndex } from '../registry/merges-index.tsx';
import { MergesPage } from '../registry/merges-page.tsx';
import { NewPatientPage } from '../registry/new-patient-page.tsx';
import { PatientPage } from '../registry/patient-page.tsx';
import { PatientsPage } from '../registry/patients-page.tsx';
import { GroupPage } from '../teams/group-page.tsx';
import { HandoversPage } from '../teams/handovers-page.tsx';
import { ComingHomePage } from '../rehabilitation/coming-home-page.tsx';
import { EmploymentPage } from '../rehabilitation/employment-page.tsx';
import { NewProgrammePage } from '../rehabilitation/new-programme-page.tsx';
import { ProgrammePage } from '../rehabilitation/programme-page.tsx';
import { ProgrammesPage } from '../rehabilitation/programmes-page.tsx';
import { VolunteersPage } from '../rehabilitation/volunteers-page.tsx';
import { CostsPage } from '../relief/costs-page.tsx';
import { EscortsPage } from '../relief/escorts-page.tsx';
import { FamiliesPage } from '../relief/families-page.tsx';
import { OutlookPage } from '../relief/outlook-card.tsx';
import { ReliefPage } from '../relief/relief-page.tsx';
import { ReliefsPage } from '../relief/reliefs-page.tsx';
import { RosterPage } from '../teams/roster-page.tsx';
import { TeamsPage } from '../teams/teams-page.tsx';
import { VacanciesPage } from '../teams/vacancies-page.tsx';
import { ProposeMergePage } from '../registry/propose-merge-page.tsx';
import { RightsPage } from '../rights/rights-page.tsx';
import { CampaignPage } from '../screening/campaign-page.tsx';
import { CampaignsPage } from '../screening/campaigns-page.tsx';
import { CluePage } from '../screening/clue-page.tsx';
import { CluesPage } from '../screening/clues-page.tsx';
import { NewCluePage } from '../screening/new-clue-page.tsx';
import { NewNoticePage } from '../screening/new-notice-page.tsx';
import { ReleaseNoticePage } from '../screening/release-notice-page.tsx';
import { NoticesPage } from '../screening/notices-page.tsx';
import { PlanCampaignPage } from '../screening/plan-campaign-page.tsx';
import { TodayPage } from '../today/today-page.tsx';
import { NothingOpen } from '../ui/columns.tsx';
import { AfterVisitsPage } from '../visits/after-visits-page.tsx';
import { AlertPage } from '../visits/alert-page.tsx';
import { ConcernPage } from '../visits/concern-page.tsx';
import { LostReportPage } from '../visits/lost-report-page.tsx';
import { ReferralPage } from '../visits/referral-page.tsx';
import { VisitPage } from '../visits/visit-page.tsx';
import { Shell } from './shell.tsx';

const nothing = (words: string) => ({ index: true as const, element: <NothingOpen>{words}</NothingOpen> });

/** Every address of the desk. A list keeps its filters in the query, the thing beside it has its own path. */
export const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    children: [
      { index: true, element: <Navigate to="/today" replace /> },
      { path: 'today', element: <TodayPage /> },
      {
        path: 'imports',
        element: <ImportsPage />,
        children: [
          { index: true, element: <UploadPage /> },
          { path: ':importId', element: <ImportPage /> },
        ],
      },
      {
        path: 'patients',
        element: <PatientsPage />,
        children: [
          nothing('从左边选一位服务对象'),
          { path: 'new', element: <NewPatientPage /> },
          { path: ':patientId', element: <PatientPage /> },
          { path: ':patientId/letter', element: <LetterPage /> },
          { path: ':patientId/visits/:visitId', element: <VisitPage /> },
        ],
      },
      { path: 'moves', element: <MovesPage /> },
      {
        path: 'exchange',
        element: <ExchangePage />,
        children: [
          nothing('从左边选一个月份'),
          { path: 'rules', element: <ExchangeRulesPage /> },
          { path: 'entries', element: <EntriesPage /> },
          { path: ':roundId', element: <RoundPage /> },
        ],
      },
      {
        path: 'merges',
        element: <MergesPage />,
        children: [
          { index: true, element: <MergesIndex /> },
          { path: 'new', element: <ProposeMergePage /> },
          { path: ':mergeId', element: <MergePage /> },
        ],
      },
      {
        path: 'assessments',
        element: <DuePage />,
        children: [nothing('从左边选一位服务对象'), { path: ':patientId', element: <PatientPage opens="assessment" /> }],
      },
      {
        path: 'teams',
        element: <TeamsPage />,
        children: [
          nothing('从左边选一个班组'),
          { path: 'vacancies', element: <VacanciesPage /> },
          { path: 'roster', element: <RosterPage /> },
          { path: 'handovers', element: <HandoversPage /> },
          { path: ':areaId', element: <GroupPage /> },
        ],
      },
      {
        path: 'case-teams',
        element: <CaseTeamsPage />,
        children: [nothing('从左边选一个小组'), { path: ':caseTeamId', element: <CaseTeamPage /> }],
      },
      {
        path: 'after-visits',
        element: <AfterVisitsPage />,
        children: [
          nothing('从左边选一件事'),
          { path: 'alerts/:alertId', element: <AlertPage /> },
          { path: 'referrals/:referralId', element: <ReferralPage /> },
          { path: 'lost/:reportId', element: <LostReportPage /> },
          { path: 'concerns/:concernId', element: <ConcernPage /> },
        ],
      },
      {
        path: 'screenings',
        element: <CampaignsPage />,
        children: [
          nothing('从左边选一次排查'),
          { path: 'new', element: <PlanCampaignPage /> },
          { path: ':campaignId', element: <CampaignPage /> },
        ],
      },
      {
        path: 'notices',
        element: <NoticesPage />,
        children: [
          nothing('从左边选一份通知'),
          { path: 'new', element: <NewNoticePage /> },
          { path: ':noticeId', element: <ReleaseNoticePage /> },
        ],
      },
      {
        path: 'clues',
        element: <CluesPage />,
        children: [nothing('从左边选一条线索'), { path: 'new', element: <NewCluePage /> }, { path: ':clueId', element: <CluePage /> }],
      },
      {
        path: 'incidents',
        element: <IncidentsPage />,
        children: [nothing('从左边选一条情况'), { path: ':incidentId', element: <IncidentPage /> }],
      },
      {
        path: 'periods',
        element: <PeriodsPage />,
        children: [
          nothing('从左边选一个时期'),
          { path: 'new', element: <ProposePeriodPage /> },
          { path: 'roll-call', element: <RollCallPage /> },
          { path: ':periodId', element: <PeriodPage /> },
        ],
      },
      { path: 'crisis', element: <CrisisRosterPage /> },
      { path: 'crisis/drills', element: <DrillsPage /> },
      {
        path: 'after-incidents',
        element: <AfterIncidentsPage />,
        children: [
          nothing('从左边选一件事'),
          { path: 'admissions/new/:patientId', element: <NewAdmissionPage /> },
          { path: 'admissions/:admissionId', element: <AdmissionPage /> },
          { path: 'missing/new/:patientId', element: <NewMissingPage /> },
          { path: 'missing/:missingId', element: <MissingPage /> },
          { path: 'look-backs/new/:patientId', element: <NewLookBackPage /> },
          { path: 'look-backs/:lookBackId', element: <LookBackPage /> },
        ],
      },
      {
        path: 'applications',
        element: <ApplicationsPage />,
        children: [
          nothing('从左边选一份申请'),
          { path: 'new', element: <ApplyPage /> },
          { path: ':applicationId', element: <ApplicationPage /> },
        ],
      },
      {
        path: 'agreements',
        element: <AgreementsPage />,
        children: [nothing('从左边选一份协议'), { path: ':agreementId', element: <AgreementPage /> }],
      },
      {
        path: 'appraisals',
        element: <AppraisalsPage />,
        children: [nothing('从左边选一期认定'), { path: ':appraisalId', element: <AppraisalPage /> }],
      },
      {
        path: 'objections',
        element: <ObjectionsPage />,
        children: [nothing('从左边选一条异议'), { path: ':objectionId', element: <ObjectionPage /> }],
      },
      {
        path: 'batches',
        element: <BatchesPage />,
        children: [
          nothing('从左边选一个批次'),
          { path: 'new', element: <PreparePage /> },
          { path: ':batchId', element: <BatchPage /> },
          { path: ':batchId/notice', element: <NoticePage /> },
        ],
      },
      {
        path: 'relief',
        element: <ReliefsPage />,
        children: [
          nothing('从左边选一份申请，或者找一个家庭'),
          { path: 'families', element: <FamiliesPage /> },
          { path: 'patients/:patientId', element: <OutlookPage /> },
          { path: ':reliefId', element: <ReliefPage /> },
        ],
      },
      { path: 'relief-costs', element: <CostsPage /> },
      { path: 'escorts', element: <EscortsPage /> },
      {
        path: 'rehab',
        element: <ProgrammesPage />,
        children: [
          nothing('从左边选一个项目'),
          { path: 'new', element: <NewProgrammePage /> },
          { path: 'coming-home', element: <ComingHomePage /> },
          { path: 'employment', element: <EmploymentPage /> },
          { path: 'volunteers', element: <VolunteersPage /> },
          { path: ':programmeId', element: <ProgrammePage /> },
        ],
      },
      {
        path: 'legal-matters',
        element: <LegalMattersPage />,
        children: [
          nothing('从左边选一件事'),
          { path: 'new', element: <NewLegalMatterPage /> },
          { path: ':matterId', element: <LegalMatterPage /> },
        ],
      },
      {
        path: 'activities',
        element: <ActivitiesPage />,
        children: [
          nothing('从左边选一次活动'),
          { path: 'new', element: <NewActivityPage /> },
          { path: ':activityId', element: <ActivityPage /> },
        ],
      },
      { path: 'funds', element: <FundsPage /> },
      { path: 'warnings', element: <WarningsPage /> },
      { path: 'key-groups', element: <KeyGroupsPage /> },
      { path: 'indicators', element: <IndicatorsPage /> },
      { path: 'region', element: <RegionPage /> },
      {
        path: 'meetings',
        element: <MeetingsPage />,
        children: [
          nothing('从左边选一次会议'),
          { path: 'new', element: <NewMeetingPage /> },
          { path: 'decisions', element: <DecisionsPage /> },
          { path: 'duties', element: <DutiesPage /> },
          { path: 'departments', element: <DepartmentSheetsPage /> },
          { path: 'letters', element: <LettersPage /> },
          { path: ':meetingId', element: <MeetingPage /> },
        ],
      },
      { path: 'rights', element: <RightsPage /> },
      {
        path: 'people',
        element: <PeoplePage />,
        children: [
          nothing('从左边选一个人'),
          { path: 'new', element: <NewPersonPage /> },
          { path: 'clashes', element: <ClashesPage /> },
          { path: ':personId', element: <PersonPage /> },
        ],
      },
      {
        path: 'policies',
        element: <PoliciesPage />,
        children: [nothing('从左边选一项政策'), { path: ':kind', element: <PolicyPage /> }],
      },
      { path: '*', element: <NothingOpen>没有这个页面，请从左边的栏目重新进入</NothingOpen> },
    ],
  },
]);
