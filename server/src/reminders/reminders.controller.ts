import { Refusal } from '@guanhu/shared/kernel/decision';
import * as contracts from '@guanhu/shared/reminders/reminders.contract';
import { Controller } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Config } from '../platform/config/config.ts';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { MessageServer } from '../platform/wechat/message-server.ts';
import { parseEvents } from '../platform/wechat/subscribe-events.ts';
import { CountEvents } from './count-events.ts';
import { HoldTask } from './hold-task.ts';
import { ListMessages } from './list-messages.ts';
import { ListOverdue } from './list-overdue.ts';
import { MarkMessage } from './mark-message.ts';
import { ReportSubscriptions } from './report-subscriptions.ts';

@Controller()
export class RemindersController {
  readonly #writes: Writes;
  readonly #subscriptions: ReportSubscriptions;
  readonly #messages: ListMessages;
  readonly #mark: MarkMessage;
  readonly #hold: HoldTask;
  readonly #overdue: ListOverdue;
  readonly #events: CountEvents;
  readonly #server: MessageServer;

  constructor(
    writes: Writes,
    subscriptions: ReportSubscriptions,
    messages: ListMessages,
    mark: MarkMessage,
    hold: HoldTask,
    overdue: ListOverdue,
    events: CountEvents,
    config: Config,
    clock: Clock,
  ) {
    this.#writes = writes;
    this.#subscriptions = subscriptions;
    this.#messages = messages;
    this.#mark = mark;
    this.#hold = hold;
    this.#overdue = overdue;
    this.#events = events;
    const { messageToken: token, messageAesKey: encodingAesKey, appid } = config.accounts.wechat;
    this.#server = new MessageServer({ token, encodingAesKey, appid, now: () => clock.now() });
  }

  @Endpoint(contracts.reportSubscriptionsContract)
  subscriptions(@Call() call: CallOf<typeof contracts.reportSubscriptionsContract>) {
    return this.#writes.once(call, tx => this.#subscriptions.run(tx, call.actor, call.body));
  }

  @Endpoint(contracts.listMyMessagesContract)
  messages(@Call() call: CallOf<typeof contracts.listMyMessagesContract>) {
    return this.#messages.mine(call.actor, call.query);
  }

  @Endpoint(contracts.markMessageReadContract)
  read(@Call() call: CallOf<typeof contracts.markMessageReadContract>) {
    return this.#writes.once(call, tx => this.#mark.run(tx, call.actor, call.params.messageId, false));
  }

  @Endpoint(contracts.acknowledgeMessageContract)
  acknowledge(@Call() call: CallOf<typeof contracts.acknowledgeMessageContract>) {
    return this.#writes.once(call, tx => this.#mark.run(tx, call.actor, call.params.messageId, true));
  }

  @Endpoint(contracts.listPersonMessagesContract)
  messagesOf(@Call() call: CallOf<typeof contracts.listPersonMessagesContract>) {
    return this.#messages.ofPerson(call.actor, call.params.personId, call.query);
  }

  @Endpoint(contracts.holdTaskContract)
  hold(@Call() call: CallOf<typeof contracts.holdTaskContract>) {
    return this.#writes.once(call, tx => this.#hold.hold(tx, call.actor, call.params.taskId, call.body));
  }

  @Endpoint(contracts.endHoldContract)
  endHold(@Call() call: CallOf<typeof contracts.endHoldContract>) {
    return this.#writes.once(call, tx => this.#hold.end(tx, call.actor, call.params.taskId));
  }

  @Endpoint(contracts.readHoldContract)
  readHold(@Call() call: CallOf<typeof contracts.readHoldContract>) {
    return this.#hold.read(call.actor, call.params.taskId);
  }

  @Endpoint(contracts.listMyOverdueContract)
  overdue(@Call() call: CallOf<typeof contracts.listMyOverdueContract>) {
    return this.#overdue.run(call.actor);
  }

  @Endpoint(contracts.verifyMessageServerContract)
  verify(@Call() call: CallOf<typeof contracts.verifyMessageServerContract>): string {
    const outcome = this.#server.verifyUrl(call.query);
    if (outcome.outcome === 'refused') throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    call.reply.header('content-type', 'text/plain; charset=utf-8');
    return outcome.reply;
  }

  @Endpoint(contracts.receiveMessageEventContract)
  async receive(@Call() call: CallOf<typeof contracts.receiveMessageEventContract>): Promise<string> {
    const opened = this.#server.decryptEvent(call.query, call.request.rawBody ?? Buffer.alloc(0));
    if (opened.outcome === 'refused') throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#events.run(parseEvents(opened.text) ?? []);
    call.reply.header('content-type', 'text/plain; charset=utf-8');
    return 'success';
  }
}
