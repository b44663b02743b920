import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { AgreementsModule } from '../agreements/agreements.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { IncidentsModule } from '../incidents/incidents.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { MedicationModule } from '../medication/medication.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { VisitsModule } from '../visits/visits.module.ts';
import { AnswerObjection } from './answer-objection.ts';
import { AppraisalController } from './appraisal.controller.ts';
import { AppraisalEffects } from './appraisal.effects.ts';
import { Appraisals } from './appraisals.ts';
import { AskOpinions } from './ask-opinions.ts';
import { GatherEvidence } from './gather-evidence.ts';
import { GiveOpinion } from './give-opinion.ts';
import { MakeObjection } from './make-objection.ts';
import { ObjectionsController } from './objections.controller.ts';
import { Objections } from './objections.ts';
import { OpenEnded } from './open-ended.ts';
import { PassUnanswered } from './pass-unanswered.ts';
import { PlanPeriods } from './plan-periods.ts';
import { ReadAppraisal } from './read-appraisal.ts';
import { ReadObjections } from './read-objections.ts';
import { RecordTraining } from './record-training.ts';
import { ShowLines } from './show-lines.ts';
import { StopYear } from './stop-year.ts';
import { TakeEffect } from './take-effect.ts';

@Module({
  imports: [AgendaModule, PolicyModule, AgreementsModule, RegistryModule, CareTeamModule, MedicationModule, VisitsModule, IncidentsModule],
  controllers: [AppraisalController, ObjectionsController],
  providers: [
    AnswerObjection,
    AppraisalEffects,
    Appraisals,
    AskOpinions,
    GatherEvidence,
    GiveOpinion,
    MakeObjection,
    Objections,
    OpenEnded,
    PassUnanswered,
    PlanPeriods,
    ReadAppraisal,
    ReadObjections,
    RecordTraining,
    ShowLines,
    StopYear,
    TakeEffect,
  ],
  exports: [Appraisals, OpenEnded, PassUnanswered, ShowLines, TakeEffect],
})
export class AppraisalModule {}
