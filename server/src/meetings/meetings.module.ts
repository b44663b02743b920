import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { CountersignMinutes } from './countersign-minutes.ts';
import { CarryOutDecision } from './carry-out-decision.ts';
import { IssueMinutes } from './issue-minutes.ts';
import { LookAtMeetings } from './look-at-meetings.ts';
import { MeetingsController } from './meetings.controller.ts';
import { MeetingsEffects } from './meetings.effects.ts';
import { Meetings } from './meetings.ts';
import { PlanMeeting } from './plan-meeting.ts';
import { PrintMinutes } from './print-minutes.ts';
import { ProposeMeeting } from './propose-meeting.ts';
import { RemindOfMeeting } from './remind-of-meeting.ts';
import { TellUnits } from './tell-units.ts';
import { WriteMinutes } from './write-minutes.ts';

@Module({
  imports: [AgendaModule, PolicyModule],
  controllers: [MeetingsController],
  providers: [
    CountersignMinutes,
    CarryOutDecision,
    IssueMinutes,
    LookAtMeetings,
    Meetings,
    MeetingsEffects,
    PlanMeeting,
    PrintMinutes,
    ProposeMeeting,
    RemindOfMeeting,
    TellUnits,
    WriteMinutes,
  ],
})
export class MeetingsModule {}
