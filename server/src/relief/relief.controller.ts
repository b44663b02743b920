import * as contracts from '@guanhu/shared/relief/relief.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { Writes } from '../platform/http/writes.ts';
import { ApplyForRelief } from './apply-for-relief.ts';
import { DecideRelief } from './decide-relief.ts';
import { HandleRelief } from './handle-relief.ts';
import { KeepLedger } from './keep-ledger.ts';
import { ListRelief } from './list-relief.ts';
import { ReadOutlook } from './read-outlook.ts';
import { TellFact } from './tell-fact.ts';

@Controller()
export class ReliefController {
  readonly #writes: Writes;
  readonly #outlook: ReadOutlook;
  readonly #tellFact: TellFact;
  readonly #apply: ApplyForRelief;
  readonly #handle: HandleRelief;
  readonly #decide: DecideRelief;
  readonly #ledger: KeepLedger;
  readonly #list: ListRelief;

  constructor(
    writes: Writes,
    outlook: ReadOutlook,
    tellFact: TellFact,
    apply: ApplyForRelief,
    handle: HandleRelief,
    decide: DecideRelief,
    ledger: KeepLedger,
    list: ListRelief,
  ) {
    this.#writes = writes;
    this.#outlook = outlook;
    this.#tellFact = tellFact;
    this.#apply = apply;
    this.#handle = handle;
    this.#decide = decide;
    this.#ledger = ledger;
    this.#list = list;
  }

  @Endpoint(contracts.readOutlookContract)
  outlook(@Call() call: CallOf<typeof contracts.readOutlookContract>) {
    return this.#outlook.run(call.actor, call.params.patientId);
  }

  @Endpoint(contracts.tellFactContract)
  tellFact(@Call() call: CallOf<typeof contracts.tellFactContract>) {
    return this.#writes.once(call, tx => this.#tellFact.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.applyForReliefContract)
  apply(@Call() call: CallOf<typeof contracts.applyForReliefContract>) {
    return this.#writes.once(call, tx => this.#apply.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.recordGrantContract)
  recordGrant(@Call() call: CallOf<typeof contracts.recordGrantContract>) {
    return this.#writes.once(call, tx => this.#ledger.record(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.endGrantContract)
  endGrant(@Call() call: CallOf<typeof contracts.endGrantContract>) {
    return this.#writes.once(call, tx => this.#ledger.end(tx, call.actor, call.params.grantId, call.body));
  }

  @Endpoint(contracts.listReliefContract)
  list(@Call() call: CallOf<typeof contracts.listReliefContract>) {
    return this.#list.list(call.actor, call.query);
  }

  @Endpoint(contracts.readReliefContract)
  one(@Call() call: CallOf<typeof contracts.readReliefContract>) {
    return this.#list.one(call.actor, call.params.reliefId);
  }

  @Endpoint(contracts.readReliefVoiceContract)
  async voice(@Call() call: CallOf<typeof contracts.readReliefVoiceContract>) {
    return sendFile(call.reply, await this.#list.voice(call.actor, call.params.reliefId, call.params.stepId));
  }

  @Endpoint(contracts.receivePapersContract)
  papers(@Call() call: CallOf<typeof contracts.receivePapersContract>) {
    return this.#writes.once(call, tx => this.#handle.papers(tx, call.actor, call.params.reliefId, call.body));
  }

  @Endpoint(contracts.forwardReliefContract)
  forward(@Call() call: CallOf<typeof contracts.forwardReliefContract>) {
    return this.#writes.once(call, tx => this.#handle.forward(tx, call.actor, call.params.reliefId, call.body));
  }

  @Endpoint(contracts.withdrawReliefContract)
  withdraw(@Call() call: CallOf<typeof contracts.withdrawReliefContract>) {
    return this.#writes.once(call, tx => this.#handle.withdraw(tx, call.actor, call.params.reliefId, call.body));
  }

  @Endpoint(contracts.recordResultContract)
  result(@Call() call: CallOf<typeof contracts.recordResultContract>) {
    return this.#writes.once(call, tx => this.#decide.result(tx, call.actor, call.params.reliefId, call.body));
  }

  @Endpoint(contracts.objectToReliefContract)
  object(@Call() call: CallOf<typeof contracts.objectToReliefContract>) {
    return this.#writes.once(call, tx => this.#decide.object(tx, call.actor, call.params.reliefId, call.body));
  }

  @Endpoint(contracts.answerReliefContract)
  answer(@Call() call: CallOf<typeof contracts.answerReliefContract>) {
    return this.#writes.once(call, tx => this.#decide.answer(tx, call.actor, call.params.reliefId, call.body));
  }

  @Endpoint(contracts.listHardshipsContract)
  hardships(@Call() call: CallOf<typeof contracts.listHardshipsContract>) {
    return this.#list.hardships(call.actor, call.query);
  }
}
