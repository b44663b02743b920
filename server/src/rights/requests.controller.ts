import * as contracts from '@guanhu/shared/rights/requests.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { Writes } from '../platform/http/writes.ts';
import { AnswerRequest } from './answer-request.ts';
import { InvitePatient } from './invite-patient.ts';
import { ListRequests } from './list-requests.ts';
import { MakeRequest } from './make-request.ts';

/** What people ask about their data, and what they are answered. */
@Controller()
export class RequestsController {
  readonly #writes: Writes;
  readonly #make: MakeRequest;
  readonly #answer: AnswerRequest;
  readonly #list: ListRequests;
  readonly #invite: InvitePatient;

  constructor(writes: Writes, make: MakeRequest, answer: AnswerRequest, list: ListRequests, invite: InvitePatient) {
    this.#writes = writes;
    this.#make = make;
    this.#answer = answer;
    this.#list = list;
    this.#invite = invite;
  }

  @Endpoint(contracts.makeRequestContract)
  make(@Call() call: CallOf<typeof contracts.makeRequestContract>) {
    return this.#writes.once(call, tx => this.#make.byAccount(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.recordRequestContract)
  record(@Call() call: CallOf<typeof contracts.recordRequestContract>) {
    return this.#writes.once(call, tx => this.#make.byOfficial(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.listMyRequestsContract)
  mine(@Call() call: CallOf<typeof contracts.listMyRequestsContract>) {
    return this.#list.mine(call.actor, call.query);
  }

  @Endpoint(contracts.listRequestsContract)
  list(@Call() call: CallOf<typeof contracts.listRequestsContract>) {
    return this.#list.atDesk(call.actor, call.query);
  }

  @Endpoint(contracts.readRequestContract)
  read(@Call() call: CallOf<typeof contracts.readRequestContract>) {
    return this.#list.one(call.actor, call.params.requestId);
  }

  @Endpoint(contracts.readRequestVoiceContract)
  async voice(@Call() call: CallOf<typeof contracts.readRequestVoiceContract>) {
    return sendFile(call.reply, await this.#list.voice(call.actor, call.params.requestId));
  }

  @Endpoint(contracts.answerRequestContract)
  answer(@Call() call: CallOf<typeof contracts.answerRequestContract>) {
    return this.#writes.once(call, tx => this.#answer.answer(tx, call.actor, call.params.requestId, call.body));
  }

  @Endpoint(contracts.escalateRequestContract)
  escalate(@Call() call: CallOf<typeof contracts.escalateRequestContract>) {
    return this.#writes.once(call, tx => this.#answer.escalate(tx, call.actor, call.params.requestId, call.body));
  }

  @Endpoint(contracts.invitePatientContract)
  invite(@Call() call: CallOf<typeof contracts.invitePatientContract>) {
    return this.#invite.run(call.actor, call.params.patientId);
  }
}
