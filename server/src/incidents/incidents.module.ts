import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { AccessModule } from '../access/access.module.ts';
import { AddToIncident } from './add-to-incident.ts';
import { AdmissionSteps } from './admission-steps.ts';
import { AdmissionsController } from './admissions.controller.ts';
import { AdmitPatient } from './admit-patient.ts';
import { AfterStay } from './after-stay.ts';
import { AnswerIncident } from './answer-incident.ts';
import { CloseClue } from './close-clue.ts';
import { CloseHandling } from './close-handling.ts';
import { DecideConduct } from './decide-conduct.ts';
import { DischargePatient } from './discharge-patient.ts';
import { EraseClues } from './erase-clues.ts';
import { EraseUnfiled } from './erase-unfiled.ts';
import { EscalateUnanswered } from './escalate-unanswered.ts';
import { FollowLife } from './follow-life.ts';
import { HandlingController } from './handling.controller.ts';
import { Handlings } from './handlings.ts';
import { IncidentEvidence } from './incident-evidence.ts';
import { IncidentPolicies } from './incident-policies.ts';
import { IncidentsController } from './incidents.controller.ts';
import { IncidentsEffects } from './incidents.effects.ts';
import { JoinUnfiled } from './join-unfiled.ts';
import { ListAdmissions } from './list-admissions.ts';
import { ListIncidents } from './list-incidents.ts';
import { ListLookBacks } from './list-look-backs.ts';
import { ListMissing } from './list-missing.ts';
import { LookBacksController } from './look-backs.controller.ts';
import { MakeLookBack } from './make-look-back.ts';
import { MarkReportSent } from './mark-report-sent.ts';
import { MissingOf } from './missing-of.ts';
import { MissingPhoto } from './missing-photo.ts';
import { MissingController } from './missing.controller.ts';
import { PrintMissingReport } from './print-missing-report.ts';
import { PrintMissingSheet } from './print-missing-sheet.ts';
import { ReceiveDischarged } from './receive-discharged.ts';
import { RecordFound } from './record-found.ts';
import { RecordRediagnosis } from './record-rediagnosis.ts';
import { ReportIncident } from './report-incident.ts';
import { ReportMissing } from './report-missing.ts';
import { ReportUnfiled } from './report-unfiled.ts';
import { ScopedReads } from './scoped-reads.ts';
import { SettleUnfiled } from './settle-unfiled.ts';
import { ShowAdmission } from './show-admission.ts';
import { ShowHandling } from './show-handling.ts';
import { ShowIncident } from './show-incident.ts';
import { ShowLookBack } from './show-look-back.ts';
import { ShowMissing } from './show-missing.ts';
import { StartLookBack } from './start-look-back.ts';
import { TellPosts } from './tell-posts.ts';
import { UnfiledController } from './unfiled.controller.ts';
import { WorsenIncident } from './worsen-incident.ts';
import { WriteEntry } from './write-entry.ts';

/** 情况上报: reports, who was told, and who has answered. */
@Module({
  imports: [AccessModule, PolicyModule, AgendaModule, RegistryModule, CareTeamModule],
  controllers: [IncidentsController, HandlingController, AdmissionsController, MissingController, LookBacksController, UnfiledController],
  providers: [
    ReportIncident,
    WorsenIncident,
    ReportUnfiled,
    SettleUnfiled,
    JoinUnfiled,
    AddToIncident,
    IncidentPolicies,
    AnswerIncident,
    EscalateUnanswered,
    ListIncidents,
    ShowIncident,
    TellPosts,
    EraseClues,
    EraseUnfiled,
    CloseClue,
    StartLookBack,
    IncidentsEffects,
    IncidentEvidence,
    Handlings,
    ShowHandling,
    WriteEntry,
    CloseHandling,
    DecideConduct,
    AdmissionSteps,
    AfterStay,
    FollowLife,
    AdmitPatient,
    DischargePatient,
    ListAdmissions,
    ListLookBacks,
    ListMissing,
    MakeLookBack,
    MarkReportSent,
    MissingOf,
    MissingPhoto,
    PrintMissingReport,
    PrintMissingSheet,
    ReceiveDischarged,
    RecordFound,
    RecordRediagnosis,
    ReportMissing,
    ScopedReads,
    ShowAdmission,
    ShowLookBack,
    ShowMissing,
  ],
  exports: [IncidentEvidence],
})
export class IncidentsModule {}
