import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { OutreachModule } from '../outreach/outreach.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { ReadDepartmentSheets } from './department-sheets.ts';
import { DutiesController } from './duties.controller.ts';
import { DutiesEffects } from './duties.effects.ts';
import { DutyMatrixOf } from './duty-matrix.ts';
import { Supervise } from './supervise.ts';
import { TownshipGround } from './township-ground.ts';

@Module({
  imports: [AgendaModule, OutreachModule, PolicyModule],
  controllers: [DutiesController],
  providers: [DutiesEffects, DutyMatrixOf, ReadDepartmentSheets, Supervise, TownshipGround],
})
export class DutiesModule {}
