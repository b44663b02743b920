import * as contracts from '@guanhu/shared/law/legal-matter.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { KeepLegalMatter } from './keep-legal-matter.ts';
import { LegalMatters } from './legal-matters.ts';

@Controller()
export class LegalMattersController {
  readonly #writes: Writes;
  readonly #matters: LegalMatters;
  readonly #keep: KeepLegalMatter;

  constructor(writes: Writes, matters: LegalMatters, keep: KeepLegalMatter) {
    this.#writes = writes;
    this.#matters = matters;
    this.#keep = keep;
  }

  @Endpoint(contracts.listLegalMattersContract)
  list(@Call() call: CallOf<typeof contracts.listLegalMattersContract>) {
    return this.#matters.list(call.actor, call.query);
  }

  @Endpoint(contracts.recordLegalMatterContract)
  record(@Call() call: CallOf<typeof contracts.recordLegalMatterContract>) {
    return this.#writes.once(call, tx => this.#keep.record(tx, call.actor, call.body));
  }

  @Endpoint(contracts.readLegalMatterContract)
  read(@Call() call: CallOf<typeof contracts.readLegalMatterContract>) {
    return this.#matters.one(call.actor, call.params.matterId);
  }

  @Endpoint(contracts.noteLegalMatterContract)
  note(@Call() call: CallOf<typeof contracts.noteLegalMatterContract>) {
    return this.#writes.once(call, tx => this.#keep.note(tx, call.actor, call.params.matterId, call.body));
  }

  @Endpoint(contracts.passLegalMatterContract)
  pass(@Call() call: CallOf<typeof contracts.passLegalMatterContract>) {
    return this.#writes.once(call, tx => this.#keep.pass(tx, call.actor, call.params.matterId, call.body));
  }

  @Endpoint(contracts.closeLegalMatterContract)
  close(@Call() call: CallOf<typeof contracts.closeLegalMatterContract>) {
    return this.#writes.once(call, tx => this.#keep.close(tx, call.actor, call.params.matterId, call.body));
  }
}
