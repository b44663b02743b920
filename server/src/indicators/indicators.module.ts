import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { CountMonths } from './count-months.ts';
import { FollowSignals } from './follow-signals.ts';
import { IndicatorsController } from './indicators.controller.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { ListBehind } from './list-behind.ts';
import { ListKeyGroup } from './list-key-group.ts';
import { SetResidents } from './set-residents.ts';
import { Warnings } from './warnings.ts';
import { WarningsController } from './warnings.controller.ts';
import { ShowIndicators } from './show-indicators.ts';
import { ShowRegion } from './show-region.ts';

/** 指标与预警: named questions and signals over facts that the rooms keep. It looks at everything; nobody imports it. */
@Module({
  imports: [AccessModule, PolicyModule, RegistryModule, CareTeamModule],
  controllers: [IndicatorsController, WarningsController],
  providers: [CountMonths, ShowIndicators, ShowRegion, ListBehind, ListKeyGroup, SetResidents, FollowSignals, Warnings],
})
export class IndicatorsModule {}
