import * as contracts from '@guanhu/shared/agreements/application.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { Writes } from '../platform/http/writes.ts';
import { DecideApplication } from './decide-application.ts';
import { KeepPaper } from './keep-paper.ts';
import { MakeApplication } from './make-application.ts';
import { ReadPaper } from './read-paper.ts';
import { ReadApplications } from './read-applications.ts';

@Controller()
export class ApplicationsController {
  readonly #writes: Writes;
  readonly #read: ReadApplications;
  readonly #make: MakeApplication;
  readonly #decide: DecideApplication;
  readonly #papers: KeepPaper;
  readonly #readPaper: ReadPaper;

  constructor(
    writes: Writes,
    read: ReadApplications,
    make: MakeApplication,
    decide: DecideApplication,
    papers: KeepPaper,
    readPaper: ReadPaper,
  ) {
    this.#writes = writes;
    this.#read = read;
    this.#make = make;
    this.#decide = decide;
    this.#papers = papers;
    this.#readPaper = readPaper;
  }

  @Endpoint(contracts.makeApplicationContract)
  make(@Call() call: CallOf<typeof contracts.makeApplicationContract>) {
    return this.#writes.once(call, tx => this.#make.make(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.keepRewardPaperContract)
  keepPaper(@Call() call: CallOf<typeof contracts.keepRewardPaperContract>) {
    return this.#writes.once(call, tx => this.#papers.forApplication(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.listApplicationsContract)
  list(@Call() call: CallOf<typeof contracts.listApplicationsContract>) {
    return this.#read.list(call.actor, call.query);
  }

  @Endpoint(contracts.myApplicationsContract)
  mine(@Call() call: CallOf<typeof contracts.myApplicationsContract>) {
    return this.#read.mine(call.actor);
  }

  @Endpoint(contracts.readApplicationContract)
  one(@Call() call: CallOf<typeof contracts.readApplicationContract>) {
    return this.#read.one(call.actor, call.params.applicationId);
  }

  @Endpoint(contracts.readRewardPaperContract)
  async paper(@Call() call: CallOf<typeof contracts.readRewardPaperContract>) {
    return sendFile(call.reply, await this.#readPaper.run(call.actor, call.params.applicationId, call.params.attachmentId));
  }

  @Endpoint(contracts.readApplicationVoiceContract)
  async voice(@Call() call: CallOf<typeof contracts.readApplicationVoiceContract>) {
    return sendFile(call.reply, await this.#read.voice(call.actor, call.params.applicationId, call.params.stepId));
  }

  @Endpoint(contracts.reviewInVillageContract)
  review(@Call() call: CallOf<typeof contracts.reviewInVillageContract>) {
    return this.#writes.once(call, tx => this.#decide.stage(tx, call.actor, call.params.applicationId, 'villageReview', call.body));
  }

  @Endpoint(contracts.giveDepartmentOpinionContract)
  opine(@Call() call: CallOf<typeof contracts.giveDepartmentOpinionContract>) {
    return this.#writes.once(call, tx => this.#decide.opinion(tx, call.actor, call.params.applicationId, call.body));
  }

  @Endpoint(contracts.concludeInTownshipContract)
  conclude(@Call() call: CallOf<typeof contracts.concludeInTownshipContract>) {
    return this.#writes.once(call, tx => this.#decide.stage(tx, call.actor, call.params.applicationId, 'townshipReview', call.body));
  }

  @Endpoint(contracts.approveInCountyContract)
  approve(@Call() call: CallOf<typeof contracts.approveInCountyContract>) {
    return this.#writes.once(call, tx => this.#decide.stage(tx, call.actor, call.params.applicationId, 'countyApproval', call.body));
  }

  @Endpoint(contracts.resubmitApplicationContract)
  resubmit(@Call() call: CallOf<typeof contracts.resubmitApplicationContract>) {
    return this.#writes.once(call, tx => this.#make.resubmit(tx, call.actor, call.params.applicationId, call.body));
  }

  @Endpoint(contracts.withdrawApplicationContract)
  withdraw(@Call() call: CallOf<typeof contracts.withdrawApplicationContract>) {
    return this.#writes.once(call, tx => this.#make.withdraw(tx, call.actor, call.params.applicationId, call.body));
  }

  @Endpoint(contracts.objectToRefusalContract)
  object(@Call() call: CallOf<typeof contracts.objectToRefusalContract>) {
    return this.#writes.once(call, tx => this.#decide.object(tx, call.actor, call.params.applicationId, call.body));
  }

  @Endpoint(contracts.answerObjectionContract)
  answer(@Call() call: CallOf<typeof contracts.answerObjectionContract>) {
    return this.#writes.once(call, tx => this.#decide.answer(tx, call.actor, call.params.applicationId, call.body));
  }
}
