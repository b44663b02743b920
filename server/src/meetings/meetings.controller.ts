import * as contracts from '@guanhu/shared/meetings/meetings.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { Writes } from '../platform/http/writes.ts';
import { CountersignMinutes } from './countersign-minutes.ts';
import { CarryOutDecision } from './carry-out-decision.ts';
import { IssueMinutes } from './issue-minutes.ts';
import { LookAtMeetings } from './look-at-meetings.ts';
import { PlanMeeting } from './plan-meeting.ts';
import { PrintMinutes } from './print-minutes.ts';
import { ProposeMeeting } from './propose-meeting.ts';
import { WriteMinutes } from './write-minutes.ts';

@Controller()
export class MeetingsController {
  readonly #writes: Writes;
  readonly #look: LookAtMeetings;
  readonly #propose: ProposeMeeting;
  readonly #plan: PlanMeeting;
  readonly #write: WriteMinutes;
  readonly #countersign: CountersignMinutes;
  readonly #issue: IssueMinutes;
  readonly #print: PrintMinutes;
  readonly #carry: CarryOutDecision;

  constructor(
    writes: Writes,
    look: LookAtMeetings,
    propose: ProposeMeeting,
    plan: PlanMeeting,
    write: WriteMinutes,
    countersign: CountersignMinutes,
    issue: IssueMinutes,
    print: PrintMinutes,
    carry: CarryOutDecision,
  ) {
    this.#writes = writes;
    this.#look = look;
    this.#propose = propose;
    this.#plan = plan;
    this.#write = write;
    this.#countersign = countersign;
    this.#issue = issue;
    this.#print = print;
    this.#carry = carry;
  }

  @Endpoint(contracts.listMeetingsContract)
  list(@Call() call: CallOf<typeof contracts.listMeetingsContract>) {
    return this.#look.list(call.actor, call.query);
  }

  @Endpoint(contracts.proposeMeetingContract)
  proposal(@Call() call: CallOf<typeof contracts.proposeMeetingContract>) {
    return this.#propose.run(call.actor, call.query.townshipId);
  }

  @Endpoint(contracts.planMeetingContract)
  plan(@Call() call: CallOf<typeof contracts.planMeetingContract>) {
    return this.#writes.once(call, tx => this.#plan.plan(tx, call.actor, call.body));
  }

  @Endpoint(contracts.readMeetingContract)
  read(@Call() call: CallOf<typeof contracts.readMeetingContract>) {
    return this.#look.one(call.actor, call.params.meetingId);
  }

  @Endpoint(contracts.cancelMeetingContract)
  cancel(@Call() call: CallOf<typeof contracts.cancelMeetingContract>) {
    return this.#writes.once(call, tx => this.#plan.cancel(tx, call.actor, call.params.meetingId, call.body));
  }

  @Endpoint(contracts.writeMinutesContract)
  write(@Call() call: CallOf<typeof contracts.writeMinutesContract>) {
    return this.#writes.once(call, tx => this.#write.write(tx, call.actor, call.params.meetingId, call.body));
  }

  @Endpoint(contracts.sendMinutesContract)
  send(@Call() call: CallOf<typeof contracts.sendMinutesContract>) {
    return this.#writes.once(call, tx => this.#write.send(tx, call.actor, call.params.meetingId, call.body.version));
  }

  @Endpoint(contracts.countersignMinutesContract)
  countersign(@Call() call: CallOf<typeof contracts.countersignMinutesContract>) {
    return this.#writes.once(call, tx => this.#countersign.run(tx, call.actor, call.params.meetingId, call.body));
  }

  @Endpoint(contracts.issueMinutesContract)
  issue(@Call() call: CallOf<typeof contracts.issueMinutesContract>) {
    return this.#writes.once(call, tx => this.#issue.run(tx, call.actor, call.params.meetingId, call.body.version));
  }

  @Endpoint(contracts.printMinutesContract)
  async print(@Call() call: CallOf<typeof contracts.printMinutesContract>) {
    return sendFile(call.reply, await this.#print.run(call.actor, call.params.meetingId, call.params.format));
  }

  @Endpoint(contracts.listDecisionsContract)
  decisions(@Call() call: CallOf<typeof contracts.listDecisionsContract>) {
    return this.#look.decisions(call.actor, call.query);
  }

  @Endpoint(contracts.giveDecisionContract)
  give(@Call() call: CallOf<typeof contracts.giveDecisionContract>) {
    return this.#writes.once(call, tx => this.#carry.give(tx, call.actor, call.params.decisionId, call.body));
  }

  @Endpoint(contracts.finishDecisionContract)
  finish(@Call() call: CallOf<typeof contracts.finishDecisionContract>) {
    return this.#writes.once(call, tx => this.#carry.finish(tx, call.actor, call.params.decisionId, call.body));
  }
}
