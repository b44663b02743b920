import * as contracts from '@guanhu/shared/agreements/signing.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { KeepPaper } from './keep-paper.ts';
import { ReadAgreement } from './read-agreement.ts';
import { SignOnPaper } from './sign-on-paper.ts';
import { StartReading } from './start-reading.ts';

@Controller()
export class SigningController {
  readonly #writes: Writes;
  readonly #agreements: ReadAgreement;
  readonly #readings: StartReading;
  readonly #papers: KeepPaper;
  readonly #signOnPaper: SignOnPaper;

  constructor(writes: Writes, agreements: ReadAgreement, readings: StartReading, papers: KeepPaper, signOnPaper: SignOnPaper) {
    this.#writes = writes;
    this.#agreements = agreements;
    this.#readings = readings;
    this.#papers = papers;
    this.#signOnPaper = signOnPaper;
  }

  @Endpoint(contracts.startReadingContract)
  startReading(@Call() call: CallOf<typeof contracts.startReadingContract>) {
    return this.#writes.once(call, tx => this.#readings.run(tx, call.actor, call.params.agreementId, call.body));
  }

  @Endpoint(contracts.keepSignedPageContract)
  keepPage(@Call() call: CallOf<typeof contracts.keepSignedPageContract>) {
    return this.#writes.once(call, tx => this.#papers.signedPage(tx, call.actor, call.params.agreementId, call.body));
  }

  @Endpoint(contracts.signOnPaperContract)
  signOnPaper(@Call() call: CallOf<typeof contracts.signOnPaperContract>) {
    return this.#writes.once(call, tx => this.#signOnPaper.run(tx, call.actor, call.params.agreementId, call.body));
  }

  @Endpoint(contracts.readClipContract)
  async clip(@Call() call: CallOf<typeof contracts.readClipContract>) {
    const clip = await this.#agreements.clip(call.actor, call.params.agreementId, Number(call.params.section));
    void call.reply.header('content-type', 'audio/mpeg').header('cache-control', 'no-store');
    return clip;
  }
}
