import * as contracts from '@guanhu/shared/screening/clue.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { CheckClue } from './check-clue.ts';
import { DescribeClue } from './describe-clue.ts';
import { FindAlike } from './find-alike.ts';
import { OpenInformant } from './open-informant.ts';
import { ReadClues } from './read-clues.ts';
import { ReportClue } from './report-clue.ts';
import { ReviewClue } from './review-clue.ts';
import { WithdrawClue } from './withdraw-clue.ts';

@Controller()
export class CluesController {
  readonly #writes: Writes;
  readonly #report: ReportClue;
  readonly #read: ReadClues;
  readonly #describe: DescribeClue;
  readonly #alike: FindAlike;
  readonly #check: CheckClue;
  readonly #review: ReviewClue;
  readonly #withdraw: WithdrawClue;
  readonly #informant: OpenInformant;

  constructor(
    writes: Writes,
    report: ReportClue,
    read: ReadClues,
    describe: DescribeClue,
    alike: FindAlike,
    check: CheckClue,
    review: ReviewClue,
    withdraw: WithdrawClue,
    informant: OpenInformant,
  ) {
    this.#writes = writes;
    this.#report = report;
    this.#read = read;
    this.#describe = describe;
    this.#alike = alike;
    this.#check = check;
    this.#review = review;
    this.#withdraw = withdraw;
    this.#informant = informant;
  }

  @Endpoint(contracts.reportClueContract)
  report(@Call() call: CallOf<typeof contracts.reportClueContract>) {
    return this.#writes.once(call, tx => this.#report.run(tx, call.actor, call.params.areaId, call.body));
  }

  @Endpoint(contracts.listCluesContract)
  list(@Call() call: CallOf<typeof contracts.listCluesContract>) {
    return this.#read.list(call.actor, call.query);
  }

  @Endpoint(contracts.listMyCluesContract)
  mine(@Call() call: CallOf<typeof contracts.listMyCluesContract>) {
    return this.#read.mine(call.actor, call.query);
  }

  @Endpoint(contracts.readClueContract)
  read(@Call() call: CallOf<typeof contracts.readClueContract>) {
    return this.#read.one(call.actor, call.params.clueId);
  }

  @Endpoint(contracts.describeClueContract)
  describe(@Call() call: CallOf<typeof contracts.describeClueContract>) {
    return this.#writes.once(call, tx => this.#describe.run(tx, call.actor, call.params.clueId, call.body));
  }

  @Endpoint(contracts.findAlikeContract)
  alike(@Call() call: CallOf<typeof contracts.findAlikeContract>) {
    return this.#alike.run(call.actor, call.params.clueId);
  }

  @Endpoint(contracts.checkClueContract)
  check(@Call() call: CallOf<typeof contracts.checkClueContract>) {
    return this.#writes.once(call, tx => this.#check.run(tx, call.actor, call.params.clueId, call.body));
  }

  @Endpoint(contracts.reviewClueContract)
  review(@Call() call: CallOf<typeof contracts.reviewClueContract>) {
    return this.#writes.once(call, tx => this.#review.run(tx, call.actor, call.params.clueId, call.body));
  }

  @Endpoint(contracts.withdrawClueContract)
  withdraw(@Call() call: CallOf<typeof contracts.withdrawClueContract>) {
    return this.#writes.once(call, tx => this.#withdraw.run(tx, call.actor, call.params.clueId, call.body));
  }

  @Endpoint(contracts.openInformantContract)
  informant(@Call() call: CallOf<typeof contracts.openInformantContract>) {
    return this.#informant.run(call.actor, call.params.clueId, call.body);
  }
}
