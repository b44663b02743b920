import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { EndRegimen } from './end-regimen.ts';
import { CurrentMedicine } from './current-medicine.ts';
import { ConfirmMedication } from './confirm-medication.ts';
import { HearFamily } from './hear-family.ts';
import { MedicationController } from './medication.controller.ts';
import { MedicationEffects } from './medication.effects.ts';
import { MedicationEvidence } from './medication-evidence.ts';
import { MedicineDates } from './medicine-dates.ts';
import { PlanMedication } from './plan-medication.ts';
import { PreviewMedicine } from './preview-medicine.ts';
import { ReadMedication } from './read-medication.ts';
import { ReadMedicationWeek } from './read-medication-week.ts';
import { RecordCollection } from './record-collection.ts';
import { RecordDispensing } from './record-dispensing.ts';
import { Supplies } from './supplies.ts';
import { RecordInjection } from './record-injection.ts';
import { RegimenController } from './regimen.controller.ts';
import { SetRegimen } from './set-regimen.ts';
import { WriteTogether } from './write-together.ts';

/** 服药: orders of medicine, what families say of each day, injections and supply. */
@Module({
  imports: [PolicyModule, AgendaModule, RegistryModule, CareTeamModule],
  controllers: [MedicationController, RegimenController],
  providers: [
    ConfirmMedication,
    PlanMedication,
    ReadMedicationWeek,
    ReadMedication,
    MedicineDates,
    CurrentMedicine,
    HearFamily,
    SetRegimen,
    EndRegimen,
    RecordInjection,
    RecordDispensing,
    Supplies,
    RecordCollection,
    MedicationEffects,
    MedicationEvidence,
    WriteTogether,
    PreviewMedicine,
  ],
  exports: [CurrentMedicine, MedicationEvidence],
})
export class MedicationModule {}
