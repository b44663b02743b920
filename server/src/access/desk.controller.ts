import * as C from '@guanhu/shared/access/access.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { AnswerDeskTicket } from './answer-desk-ticket.ts';
import { CollectDeskSignIn } from './collect-desk-sign-in.ts';
import { OpenDeskSignIn } from './open-desk-sign-in.ts';
import { StepUps } from './step-ups.ts';

@Controller()
export class DeskController {
  readonly #open: OpenDeskSignIn;
  readonly #collect: CollectDeskSignIn;
  readonly #answer: AnswerDeskTicket;
  readonly #stepUps: StepUps;

  constructor(open: OpenDeskSignIn, collect: CollectDeskSignIn, answer: AnswerDeskTicket, stepUps: StepUps) {
    this.#open = open;
    this.#collect = collect;
    this.#answer = answer;
    this.#stepUps = stepUps;
  }

  @Endpoint(C.openDeskSignInContract)
  open(@Call() { request, body }: CallOf<typeof C.openDeskSignInContract>) {
    return this.#open.run(request.ip, body);
  }

  @Endpoint(C.collectDeskSignInContract)
  collect(@Call() { params, body }: CallOf<typeof C.collectDeskSignInContract>) {
    return this.#collect.run(params.ticketId, body);
  }

  @Endpoint(C.readDeskTicketContract)
  show(@Call() { actor, params }: CallOf<typeof C.readDeskTicketContract>) {
    return this.#answer.show(actor, params.code);
  }

  @Endpoint(C.approveDeskTicketContract)
  approve(@Call() { actor, params }: CallOf<typeof C.approveDeskTicketContract>) {
    return this.#answer.run(actor, params.code, 'approve');
  }

  @Endpoint(C.refuseDeskTicketContract)
  refuse(@Call() { actor, params }: CallOf<typeof C.refuseDeskTicketContract>) {
    return this.#answer.run(actor, params.code, 'refuse');
  }

  @Endpoint(C.requestStepUpContract)
  stepUp(@Call() { actor, body }: CallOf<typeof C.requestStepUpContract>) {
    return this.#stepUps.request(actor, body);
  }

  @Endpoint(C.readStepUpContract)
  stepUpState(@Call() { actor, params }: CallOf<typeof C.readStepUpContract>) {
    return this.#stepUps.state(actor, params.ticketId);
  }
}
