import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { MedicationModule } from '../medication/medication.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { VisitsModule } from '../visits/visits.module.ts';
import { AnswerTransfer } from './answer-transfer.ts';
import { DeliverTransfer } from './deliver-transfer.ts';
import { EndTransfer } from './end-transfer.ts';
import { FindDestinations } from './find-destinations.ts';
import { HearAnswer } from './hear-answer.ts';
import { ListTransfers } from './list-transfers.ts';
import { MakePackage } from './make-package.ts';
import { ProposeTransfer } from './propose-transfer.ts';
import { ReadTransferIn } from './read-transfer-in.ts';
import { TakeOver } from './take-over.ts';
import { TellOffices } from './tell-offices.ts';
import { TransfersController } from './transfers.controller.ts';
import { TransfersEffects } from './transfers.effects.ts';

/** 跨县移交: a patient passes from one county to another without a transaction over both. */
@Module({
  imports: [AccessModule, AgendaModule, RegistryModule, CareTeamModule, AssessmentModule, MedicationModule, VisitsModule],
  controllers: [TransfersController],
  providers: [
    AnswerTransfer,
    DeliverTransfer,
    EndTransfer,
    FindDestinations,
    HearAnswer,
    ListTransfers,
    MakePackage,
    ProposeTransfer,
    ReadTransferIn,
    TakeOver,
    TellOffices,
    TransfersEffects,
  ],
})
export class TransfersModule {}
