import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { IncidentsModule } from '../incidents/incidents.module.ts';
import { MedicationModule } from '../medication/medication.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { VisitsModule } from '../visits/visits.module.ts';
import { AppraisalController } from './appraisal.controller.ts';
import { AppraisalEffects } from './appraisal.effects.ts';
import { Appraisals } from './appraisals.ts';
import { GiveOpinion } from './give-opinion.ts';
import { OpenEnded } from './open-ended.ts';
import { PlanPeriods } from './plan-periods.ts';
import { ReadAppraisal } from './read-appraisal.ts';
import { TakeEffect } from './take-effect.ts';

@Module({
  imports: [AgreementsModule, RegistryModule, CareTeamModule, MedicationModule, VisitsModule, IncidentsModule],
  controllers: [AppraisalController],
  providers: [AppraisalEffects, Appraisals, GiveOpinion, OpenEnded, PlanPeriods, ReadAppraisal, TakeEffect],
  exports: [Appraisals, OpenEnded, TakeEffect],
})
export class AppraisalModule {}
