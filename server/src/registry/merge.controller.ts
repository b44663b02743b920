import * as contracts from '@guanhu/shared/registry/merge.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { DecideMerge } from './decide-merge.ts';
import { ProposeMerge } from './propose-merge.ts';
import { ReadMerges } from './read-merges.ts';
import { UndoMerge } from './undo-merge.ts';

/** Two files of one person become one, by two people. */
@Controller()
export class MergeController {
  readonly #writes: Writes;
  readonly #read: ReadMerges;
  readonly #propose: ProposeMerge;
  readonly #decide: DecideMerge;
  readonly #undo: UndoMerge;

  constructor(writes: Writes, read: ReadMerges, propose: ProposeMerge, decide: DecideMerge, undo: UndoMerge) {
    this.#writes = writes;
    this.#read = read;
    this.#propose = propose;
    this.#decide = decide;
    this.#undo = undo;
  }

  @Endpoint(contracts.proposeMergeContract)
  propose(@Call() call: CallOf<typeof contracts.proposeMergeContract>) {
    return this.#writes.once(call, tx => this.#propose.run(tx, call.actor, call.body));
  }

  @Endpoint(contracts.listMergesContract)
  list(@Call() call: CallOf<typeof contracts.listMergesContract>) {
    return this.#read.list(call.actor, call.query);
  }

  @Endpoint(contracts.readMergeContract)
  one(@Call() call: CallOf<typeof contracts.readMergeContract>) {
    return this.#read.one(call.actor, call.params.mergeId);
  }

  @Endpoint(contracts.decideMergeContract)
  decide(@Call() call: CallOf<typeof contracts.decideMergeContract>) {
    return this.#writes.once(call, tx => this.#decide.run(tx, call.actor, call.params.mergeId, call.body));
  }

  @Endpoint(contracts.undoMergeContract)
  undo(@Call() call: CallOf<typeof contracts.undoMergeContract>) {
    return this.#writes.once(call, tx => this.#undo.run(tx, call.actor, call.params.mergeId, call.body));
  }
}
