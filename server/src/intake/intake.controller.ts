import {
  answerImportContract,
  confirmImportContract,
  discardImportContract,
  listImportsContract,
  previewImportContract,
  readImportContract,
} from '@guanhu/shared/intake/intake.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { AnswerImport } from './answer-import.ts';
import { ConfirmImport } from './confirm-import.ts';
import { DiscardImport } from './discard-import.ts';
import { LookAtImports } from './look-at-imports.ts';
import { PreviewImport } from './preview-import.ts';

@Controller()
export class IntakeController {
  readonly #writes: Writes;
  readonly #imports: LookAtImports;
  readonly #preview: PreviewImport;
  readonly #answer: AnswerImport;
  readonly #confirm: ConfirmImport;
  readonly #discard: DiscardImport;

  constructor(
    writes: Writes,
    imports: LookAtImports,
    preview: PreviewImport,
    answer: AnswerImport,
    confirm: ConfirmImport,
    discard: DiscardImport,
  ) {
    this.#writes = writes;
    this.#imports = imports;
    this.#preview = preview;
    this.#answer = answer;
    this.#confirm = confirm;
    this.#discard = discard;
  }

  @Endpoint(previewImportContract)
  async preview(@Call() call: CallOf<typeof previewImportContract>) {
    const list = await this.#preview.read(call.actor, call.body);
    return this.#writes.once(call, tx => this.#preview.run(tx, call.actor, call.body, list));
  }

  @Endpoint(listImportsContract)
  list(@Call() call: CallOf<typeof listImportsContract>) {
    return this.#imports.list(call.actor, call.query);
  }

  @Endpoint(readImportContract)
  read(@Call() call: CallOf<typeof readImportContract>) {
    return this.#imports.one(call.actor, call.params.importId);
  }

  @Endpoint(answerImportContract)
  answer(@Call() call: CallOf<typeof answerImportContract>) {
    return this.#writes.once(call, tx => this.#answer.run(tx, call.actor, call.params.importId, call.body));
  }

  @Endpoint(confirmImportContract)
  confirm(@Call() call: CallOf<typeof confirmImportContract>) {
    return this.#writes.once(call, tx => this.#confirm.run(tx, call.actor, call.params.importId, call.body));
  }

  @Endpoint(discardImportContract)
  discard(@Call() call: CallOf<typeof discardImportContract>) {
    return this.#writes.once(call, tx => this.#discard.run(tx, call.actor, call.params.importId, call.body));
  }
}
