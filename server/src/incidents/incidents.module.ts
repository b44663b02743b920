import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { AnswerIncident } from './answer-incident.ts';
import { EscalateUnanswered } from './escalate-unanswered.ts';
import { IncidentEvidence } from './incident-evidence.ts';
import { IncidentsController } from './incidents.controller.ts';
import { IncidentsEffects } from './incidents.effects.ts';
import { ListIncidents } from './list-incidents.ts';
import { ReportIncident } from './report-incident.ts';
import { ShowIncident } from './show-incident.ts';
import { TellPosts } from './tell-posts.ts';

/** 情况上报: reports, who was told, and who has answered. */
@Module({
  imports: [PolicyModule, AgendaModule, RegistryModule, CareTeamModule],
  controllers: [IncidentsController],
  providers: [
    ReportIncident,
    AnswerIncident,
    EscalateUnanswered,
    ListIncidents,
    ShowIncident,
    TellPosts,
    IncidentsEffects,
    IncidentEvidence,
  ],
  exports: [IncidentEvidence],
})
export class IncidentsModule {}
