import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module.ts';
import { AgendaController } from './agenda.controller.ts';
import { AgendaEffects } from './agenda.effects.ts';
import { Agenda } from './agenda.ts';
import { ListTodaysTasks } from './list-todays-tasks.ts';
import { Planning } from './planning.ts';
import { ReadMyMonth } from './read-my-month.ts';
import { ReportCall } from './report-call.ts';

/** 待办: dated tasks, the plan of the day, and the dates it is made from. */
@Module({
  imports: [PolicyModule],
  controllers: [AgendaController],
  providers: [Agenda, Planning, AgendaEffects, ListTodaysTasks, ReadMyMonth, ReportCall],
  exports: [Agenda, Planning],
})
export class AgendaModule {}
