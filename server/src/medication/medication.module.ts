import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { ConfirmMedication } from './confirm-medication.ts';
import { MedicationController } from './medication.controller.ts';
import { MedicationEffects } from './medication.effects.ts';
import { MedicationEvidence } from './medication-evidence.ts';
import { PlanMedication } from './plan-medication.ts';
import { ReadMedicationWeek } from './read-medication-week.ts';

/** 服药: regimens and what families say of each day. */
@Module({
  imports: [PolicyModule, AgendaModule, CareTeamModule],
  controllers: [MedicationController],
  providers: [ConfirmMedication, PlanMedication, ReadMedicationWeek, MedicationEffects, MedicationEvidence],
  exports: [MedicationEvidence],
})
export class MedicationModule {}
