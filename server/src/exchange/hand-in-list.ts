import { createHash } from 'node:crypto';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { readTypedList, type DepartmentList } from '@guanhu/shared/exchange/department-list.rules';
import type { HandInBody, RoundAnswer } from '@guanhu/shared/exchange/exchange.contract';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { DepartmentLists } from './department-lists.ts';
import { deleteOf } from './difference.store.ts';
import { FindDifferences } from './find-differences.ts';
import { MatchPeople } from './match-people.ts';
import { putList, touchRound } from './round.store.ts';
import { deleteRows, insertRows } from './row.store.ts';
import { Rounds } from './rounds.ts';

/** Rows that one statement writes. */
const AT_ONCE = 2_000;

type ReadIn = { readonly list: DepartmentList; readonly sha256: Buffer };

/** A department's list: read, matched, compared; all of it or nothing. */
@Injectable()
export class HandInList {
  readonly #database: Database;
  readonly #rounds: Rounds;
  readonly #lists: DepartmentLists;
  readonly #match: MatchPeople;
  readonly #differences: FindDifferences;
  readonly #vaults: Vaults;
  readonly #agenda: Agenda;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    rounds: Rounds,
    lists: DepartmentLists,
    match: MatchPeople,
    differences: FindDifferences,
    vaults: Vaults,
    agenda: Agenda,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#rounds = rounds;
    this.#lists = lists;
    this.#match = match;
    this.#differences = differences;
    this.#vaults = vaults;
    this.#agenda = agenda;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** What the list says, for somebody who may hand it in. Takes seconds: before the transaction, so that none is held open meanwhile. */
  async read(actor: Actor, roundId: Id, { department, list }: HandInBody): Promise<ReadIn> {
    const round = await this.#rounds.find(this.#database.county(actor.countyId), actor, roundId, 'exchange:hand-in');
    this.#rounds.requireDepartment(actor, round, department);
    const today = this.#clock.today();
    const bytes = list.way === 'file' ? Buffer.from(list.file, 'base64') : Buffer.from(JSON.stringify(list.people));
    const read =
      list.way === 'file' ? await this.#lists.read({ file: bytes, department, today }) : readTypedList(list.people, department, today);
    return { list: read, sha256: createHash('sha256').update(bytes).digest() };
  }

  /** Takes the place of what the department handed in before. */
  async run(tx: Tx, actor: Actor, roundId: Id, { department, list }: HandInBody, { list: read, sha256 }: ReadIn): Promise<RoundAnswer> {
    const round = await this.#rounds.lockOpen(tx, actor, roundId, 'exchange:hand-in');
    const former = await deleteRows(tx, roundId, department);
    await deleteOf(tx, roundId, department);
    const vault = await this.#vaults.of(tx.countyId);
    const matched = new Set(former);
    for (let at = 0; at < read.rows.length; at += AT_ONCE) {
      const rows = read.rows.slice(at, at + AT_ONCE);
      const matches = await this.#match.run(tx, round.townshipId, rows);
      const found = rows.flatMap((content, index) => {
        const match = matches[index];
        return match ? [{ id: newId(), content, ...match }] : [];
      });
      await insertRows(tx, vault, { roundId, department }, found);
      for (const { patientId } of found) if (patientId !== null) matched.add(patientId);
    }
    await this.#differences.run(tx, roundId, [...matched]);
    await putList(tx, {
      id: newId(),
      roundId,
      department,
      fileName: list.way === 'file' ? list.fileName : null,
      leftOut: { skipped: read.skipped, ignored: read.ignored },
      sha256,
      madeBy: actor.personId,
      madeAt: this.#clock.now(),
      late: this.#clock.today() > round.deadline,
      rows: read.rows.length,
    });
    await touchRound(tx, roundId);
    await this.#agenda.finishNamed(tx, { kind: 'exchangeList', causeId: roundId, part: department, by: actor.personId });
    await this.#audit.deed(tx, {
      actor,
      act: 'exchange:handed-in',
      objectKind: 'exchange',
      objectId: roundId,
      facts: { department, rows: read.rows.length },
    });
    return this.#rounds.show(tx, actor, { ...round, version: round.version + 1 });
  }
}
