import * as contracts from '@guanhu/shared/exchange/exchange.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { Differences } from './differences.ts';
import { SystemEntries } from './entries.ts';
import { HandInList } from './hand-in-list.ts';
import { ListChanges } from './list-changes.ts';
import { LookAtRounds } from './look-at-rounds.ts';
import { ExchangeRows } from './rows.ts';
import { SignRound } from './sign-round.ts';

/** 月度信息交换: the departments' lists of a month become one agreed package. */
@Controller()
export class ExchangeController {
  readonly #writes: Writes;
  readonly #rounds: LookAtRounds;
  readonly #handIn: HandInList;
  readonly #rows: ExchangeRows;
  readonly #differences: Differences;
  readonly #sign: SignRound;
  readonly #changes: ListChanges;
  readonly #entries: SystemEntries;

  constructor(
    writes: Writes,
    rounds: LookAtRounds,
    handIn: HandInList,
    rows: ExchangeRows,
    differences: Differences,
    sign: SignRound,
    changes: ListChanges,
    entries: SystemEntries,
  ) {
    this.#writes = writes;
    this.#rounds = rounds;
    this.#handIn = handIn;
    this.#rows = rows;
    this.#differences = differences;
    this.#sign = sign;
    this.#changes = changes;
    this.#entries = entries;
  }

  @Endpoint(contracts.listRoundsContract)
  list(@Call() call: CallOf<typeof contracts.listRoundsContract>) {
    return this.#rounds.list(call.actor, call.query);
  }

  @Endpoint(contracts.readRoundContract)
  one(@Call() call: CallOf<typeof contracts.readRoundContract>) {
    return this.#rounds.one(call.actor, call.params.roundId);
  }

  @Endpoint(contracts.handInListContract)
  async handIn(@Call() call: CallOf<typeof contracts.handInListContract>) {
    const read = await this.#handIn.read(call.actor, call.params.roundId, call.body);
    return this.#writes.once(call, tx => this.#handIn.run(tx, call.actor, call.params.roundId, call.body, read));
  }

  @Endpoint(contracts.listRowsContract)
  rows(@Call() call: CallOf<typeof contracts.listRowsContract>) {
    return this.#rows.list(call.actor, call.params.roundId, call.query);
  }

  @Endpoint(contracts.matchRowContract)
  match(@Call() call: CallOf<typeof contracts.matchRowContract>) {
    return this.#writes.once(call, tx => this.#rows.match(tx, call.actor, call.params, call.body));
  }

  @Endpoint(contracts.listDifferencesContract)
  differences(@Call() call: CallOf<typeof contracts.listDifferencesContract>) {
    return this.#differences.list(call.actor, call.params.roundId, call.query);
  }

  @Endpoint(contracts.answerDifferenceContract)
  answer(@Call() call: CallOf<typeof contracts.answerDifferenceContract>) {
    return this.#writes.once(call, tx => this.#differences.answer(tx, call.actor, call.params, call.body));
  }

  @Endpoint(contracts.signRoundContract)
  sign(@Call() call: CallOf<typeof contracts.signRoundContract>) {
    return this.#writes.once(call, tx => this.#sign.run(tx, call.actor, call.params.roundId, call.body));
  }

  @Endpoint(contracts.listChangesContract)
  changes(@Call() call: CallOf<typeof contracts.listChangesContract>) {
    return this.#changes.run(call.actor, call.params.roundId, call.query);
  }

  @Endpoint(contracts.listEntriesContract)
  entries(@Call() call: CallOf<typeof contracts.listEntriesContract>) {
    return this.#entries.list(call.actor, call.query);
  }

  @Endpoint(contracts.recordEntryContract)
  enter(@Call() call: CallOf<typeof contracts.recordEntryContract>) {
    return this.#writes.once(call, tx => this.#entries.record(tx, call.actor, call.body));
  }
}
