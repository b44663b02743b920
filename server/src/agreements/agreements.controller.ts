import * as contracts from '@guanhu/shared/agreements/agreements.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ChangeAgreement } from './change-agreement.ts';
import { CheckAgreement } from './check-agreement.ts';
import { CountersignAgreement } from './countersign-agreement.ts';
import { DraftAgreement } from './draft-agreement.ts';
import { PrintAgreement } from './print-agreement.ts';
import { ReadAgreement } from './read-agreement.ts';
import { SignAgreement } from './sign-agreement.ts';

@Controller()
export class AgreementsController {
  readonly #writes: Writes;
  readonly #read: ReadAgreement;
  readonly #draft: DraftAgreement;
  readonly #sign: SignAgreement;
  readonly #countersign: CountersignAgreement;
  readonly #change: ChangeAgreement;
  readonly #print: PrintAgreement;
  readonly #check: CheckAgreement;

  constructor(
    writes: Writes,
    read: ReadAgreement,
    draft: DraftAgreement,
    sign: SignAgreement,
    countersign: CountersignAgreement,
    change: ChangeAgreement,
    print: PrintAgreement,
    check: CheckAgreement,
  ) {
    this.#writes = writes;
    this.#read = read;
    this.#draft = draft;
    this.#sign = sign;
    this.#countersign = countersign;
    this.#change = change;
    this.#print = print;
    this.#check = check;
  }

  @Endpoint(contracts.listAgreementsContract)
  list(@Call() call: CallOf<typeof contracts.listAgreementsContract>) {
    return this.#read.list(call.actor, call.query);
  }

  @Endpoint(contracts.draftAgreementContract)
  draft(@Call() call: CallOf<typeof contracts.draftAgreementContract>) {
    return this.#writes.once(call, tx => this.#draft.run(tx, call.actor, call.body));
  }

  @Endpoint(contracts.readAgreementContract)
  one(@Call() call: CallOf<typeof contracts.readAgreementContract>) {
    return this.#read.one(call.actor, call.params.agreementId);
  }

  @Endpoint(contracts.signAgreementContract)
  sign(@Call() call: CallOf<typeof contracts.signAgreementContract>) {
    return this.#writes.once(call, tx => this.#sign.run(tx, call.actor, call.params.agreementId, call.body));
  }

  @Endpoint(contracts.countersignAgreementContract)
  countersign(@Call() call: CallOf<typeof contracts.countersignAgreementContract>) {
    return this.#writes.once(call, tx => this.#countersign.run(tx, call.actor, call.params.agreementId, call.body));
  }

  @Endpoint(contracts.suspendAgreementContract)
  suspend(@Call() call: CallOf<typeof contracts.suspendAgreementContract>) {
    return this.#writes.once(call, tx => this.#change.suspend(tx, call.actor, call.params.agreementId, call.body));
  }

  @Endpoint(contracts.resumeAgreementContract)
  resume(@Call() call: CallOf<typeof contracts.resumeAgreementContract>) {
    return this.#writes.once(call, tx => this.#change.resume(tx, call.actor, call.params.agreementId, call.body));
  }

  @Endpoint(contracts.terminateAgreementContract)
  terminate(@Call() call: CallOf<typeof contracts.terminateAgreementContract>) {
    return this.#writes.once(call, tx => this.#change.terminate(tx, call.actor, call.params.agreementId, call.body));
  }

  @Endpoint(contracts.printAgreementContract)
  print(@Call() call: CallOf<typeof contracts.printAgreementContract>) {
    return this.#print.run(call.actor, call.params.agreementId);
  }

  /** Saved or printed, never kept by anything on the way. */
  @Endpoint(contracts.printAgreementPdfContract)
  async pdf(@Call() call: CallOf<typeof contracts.printAgreementPdfContract>) {
    const pdf = await this.#print.pdf(call.actor, call.params.agreementId);
    void call.reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="${call.params.agreementId}.pdf"`)
      .header('cache-control', 'no-store');
    return pdf;
  }

  @Endpoint(contracts.checkAgreementContract)
  check(@Call() call: CallOf<typeof contracts.checkAgreementContract>) {
    return this.#check.run(call.request.ip, call.body);
  }
}
