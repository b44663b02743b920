import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { CountMonths } from './count-months.ts';
import { IndicatorsController } from './indicators.controller.ts';
import { ListBehind } from './list-behind.ts';
import { SetResidents } from './set-residents.ts';
import { ShowIndicators } from './show-indicators.ts';

/** 指标: named questions over facts that the rooms keep. It looks at everything; nobody imports it. */
@Module({
  imports: [AccessModule, PolicyModule],
  controllers: [IndicatorsController],
  providers: [CountMonths, ShowIndicators, ListBehind, SetResidents],
})
export class IndicatorsModule {}
