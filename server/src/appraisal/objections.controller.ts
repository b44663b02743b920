import * as contracts from '@guanhu/shared/appraisal/objections.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { Writes } from '../platform/http/writes.ts';
import { AnswerObjection } from './answer-objection.ts';
import { MakeObjection } from './make-objection.ts';
import { ReadObjections } from './read-objections.ts';
import { RecordTraining } from './record-training.ts';

@Controller()
export class ObjectionsController {
  readonly #writes: Writes;
  readonly #make: MakeObjection;
  readonly #answer: AnswerObjection;
  readonly #read: ReadObjections;
  readonly #training: RecordTraining;

  constructor(writes: Writes, make: MakeObjection, answer: AnswerObjection, read: ReadObjections, training: RecordTraining) {
    this.#writes = writes;
    this.#make = make;
    this.#answer = answer;
    this.#read = read;
    this.#training = training;
  }

  @Endpoint(contracts.makeObjectionContract)
  make(@Call() call: CallOf<typeof contracts.makeObjectionContract>) {
    return this.#writes.once(call, tx => this.#make.run(tx, call.actor, call.params.appraisalId, call.body, 'self'));
  }

  @Endpoint(contracts.recordObjectionContract)
  record(@Call() call: CallOf<typeof contracts.recordObjectionContract>) {
    return this.#writes.once(call, tx => this.#make.run(tx, call.actor, call.params.appraisalId, call.body, 'village'));
  }

  @Endpoint(contracts.listObjectionsContract)
  list(@Call() call: CallOf<typeof contracts.listObjectionsContract>) {
    return this.#read.list(call.actor, call.query);
  }

  @Endpoint(contracts.readObjectionContract)
  one(@Call() call: CallOf<typeof contracts.readObjectionContract>) {
    return this.#read.one(call.actor, call.params.objectionId);
  }

  @Endpoint(contracts.answerObjectionContract)
  answer(@Call() call: CallOf<typeof contracts.answerObjectionContract>) {
    return this.#writes.once(call, tx => this.#answer.run(tx, call.actor, call.params.objectionId, call.body));
  }

  @Endpoint(contracts.readObjectionVoiceContract)
  async voice(@Call() call: CallOf<typeof contracts.readObjectionVoiceContract>) {
    return sendFile(call.reply, await this.#read.voice(call.actor, call.params.objectionId));
  }

  @Endpoint(contracts.recordTrainingContract)
  training(@Call() call: CallOf<typeof contracts.recordTrainingContract>) {
    return this.#writes.once(call, tx => this.#training.run(tx, call.actor, call.params.appraisalId, call.body));
  }
}
