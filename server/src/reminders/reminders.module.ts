import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { CountEvents } from './count-events.ts';
import { ListMessages } from './list-messages.ts';
import { RemindersController } from './reminders.controller.ts';
import { RemindersEffects } from './reminders.effects.ts';
import { ReportSubscriptions } from './report-subscriptions.ts';
import { SendReminder } from './send-reminder.ts';
import { Templates } from './templates.ts';

/** What a person is told, through which channel, within their credits and outside the quiet hours. */
@Module({
  imports: [PolicyModule, AgendaModule],
  controllers: [RemindersController],
  providers: [Templates, SendReminder, CountEvents, ReportSubscriptions, ListMessages, RemindersEffects],
})
export class RemindersModule {}
