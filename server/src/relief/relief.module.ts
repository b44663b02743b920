import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { AgreementsModule } from '../agreements/agreements.module.ts';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { PayoutsModule } from '../payouts/payouts.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { ApplyForRelief } from './apply-for-relief.ts';
import { CostsController } from './costs.controller.ts';
import { Costs } from './costs.ts';
import { DecideRelief } from './decide-relief.ts';
import { EscortsController } from './escorts.controller.ts';
import { Escorts } from './escorts.ts';
import { HandleRelief } from './handle-relief.ts';
import { KeepLedger } from './keep-ledger.ts';
import { ListRelief } from './list-relief.ts';
import { Outlooks } from './outlooks.ts';
import { PrintEscortReceipt } from './print-escort-receipt.ts';
import { ReadOutlook } from './read-outlook.ts';
import { ReliefController } from './relief.controller.ts';
import { ReliefEffects } from './relief.effects.ts';
import { Reliefs } from './reliefs.ts';
import { RemindOfEnding } from './remind-of-ending.ts';
import { TellFact } from './tell-fact.ts';
import { TellOfRelief } from './tell-of-relief.ts';

@Module({
  imports: [AgendaModule, PolicyModule, RegistryModule, CareTeamModule, AssessmentModule, AgreementsModule, PayoutsModule],
  controllers: [ReliefController, CostsController, EscortsController],
  providers: [
    ApplyForRelief,
    Costs,
    DecideRelief,
    Escorts,
    HandleRelief,
    KeepLedger,
    ListRelief,
    Outlooks,
    PrintEscortReceipt,
    ReadOutlook,
    ReliefEffects,
    Reliefs,
    RemindOfEnding,
    TellFact,
    TellOfRelief,
  ],
})
export class ReliefModule {}
