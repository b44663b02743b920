import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { AccessModule } from '../access/access.module.ts';
import { Admissions } from './admissions.ts';
import { AfterIncidentController } from './after-incident.controller.ts';
import { AddToIncident } from './add-to-incident.ts';
import { AnswerIncident } from './answer-incident.ts';
import { CloseHandling } from './close-handling.ts';
import { DecideConduct } from './decide-conduct.ts';
import { EscalateUnanswered } from './escalate-unanswered.ts';
import { HandlingController } from './handling.controller.ts';
import { Handlings } from './handlings.ts';
import { IncidentEvidence } from './incident-evidence.ts';
import { IncidentPolicies } from './incident-policies.ts';
import { IncidentsController } from './incidents.controller.ts';
import { IncidentsEffects } from './incidents.effects.ts';
import { ListIncidents } from './list-incidents.ts';
import { LookBacks } from './look-backs.ts';
import { MissingPersons } from './missing-persons.ts';
import { ReportIncident } from './report-incident.ts';
import { ReportUnfiled } from './report-unfiled.ts';
import { SettleUnfiled } from './settle-unfiled.ts';
import { ShowHandling } from './show-handling.ts';
import { ShowIncident } from './show-incident.ts';
import { TellPosts } from './tell-posts.ts';
import { UnfiledController } from './unfiled.controller.ts';
import { WriteEntry } from './write-entry.ts';

/** 情况上报: reports, who was told, and who has answered. */
@Module({
  imports: [AccessModule, PolicyModule, AgendaModule, RegistryModule, CareTeamModule],
  controllers: [IncidentsController, HandlingController, AfterIncidentController, UnfiledController],
  providers: [
    ReportIncident,
    ReportUnfiled,
    SettleUnfiled,
    AddToIncident,
    IncidentPolicies,
    AnswerIncident,
    EscalateUnanswered,
    ListIncidents,
    ShowIncident,
    TellPosts,
    IncidentsEffects,
    IncidentEvidence,
    Handlings,
    ShowHandling,
    WriteEntry,
    CloseHandling,
    DecideConduct,
    Admissions,
    MissingPersons,
    LookBacks,
  ],
  exports: [IncidentEvidence],
})
export class IncidentsModule {}
