import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { CallFamilies } from './call-families.ts';
import { CountEvents } from './count-events.ts';
import { Dispatch } from './dispatch.ts';
import { HoldTask } from './hold-task.ts';
import { ListMessages } from './list-messages.ts';
import { ListOverdue } from './list-overdue.ts';
import { MarkMessage } from './mark-message.ts';
import { PlanReminders } from './plan-reminders.ts';
import { RemindersController } from './reminders.controller.ts';
import { RemindersEffects } from './reminders.effects.ts';
import { ReportSubscriptions } from './report-subscriptions.ts';
import { SendAlarms } from './send-alarms.ts';
import { SendingQuota } from './sending-quota.ts';
import { SmsChannel } from './sms-channel.ts';
import { TellPersons } from './tell-persons.ts';
import { Templates } from './templates.ts';
import { WechatChannel } from './wechat-channel.ts';

/** What a person is told, through which channel, within their credits and outside the quiet hours. */
@Module({
  imports: [PolicyModule, AgendaModule],
  controllers: [RemindersController],
  providers: [
    ...[
      Templates,
      SendingQuota,
      WechatChannel,
      SmsChannel,
      CallFamilies,
      Dispatch,
      SendAlarms,
      TellPersons,
      PlanReminders,
      RemindersEffects,
    ],
    ...[CountEvents, ReportSubscriptions, ListMessages, MarkMessage, HoldTask, ListOverdue],
  ],
})
export class RemindersModule {}
