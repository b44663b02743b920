import type { Actor } from '@guanhu/shared/access/access.terms';
import type { MatchBody, MatchedAnswer, RowsPage } from '@guanhu/shared/exchange/exchange.contract';
import { ROW_REASONS, type Department, type RowVerdict } from '@guanhu/shared/exchange/exchange.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { FindDifferences } from './find-differences.ts';
import { decideRow, isTaken, readPersons, readRow, readRows } from './row.store.ts';
import { touchRound } from './round.store.ts';
import { Rounds } from './rounds.ts';

/** The lines of the lists, and a person's word on whom one means. */
@Injectable()
export class ExchangeRows {
  readonly #database: Database;
  readonly #rounds: Rounds;
  readonly #differences: FindDifferences;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(database: Database, rounds: Rounds, differences: FindDifferences, vaults: Vaults, audit: Audit) {
    this.#database = database;
    this.#rounds = rounds;
    this.#differences = differences;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  async list(
    actor: Actor,
    roundId: Id,
    query: { department?: Department | undefined; verdict?: RowVerdict | undefined; after?: Id | undefined; limit: number },
  ): Promise<RowsPage> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const round = await this.#rounds.find(county, actor, roundId, 'exchange:details');
    const departments = this.#rounds
      .departmentsSeen(actor, round)
      .filter(each => query.department === undefined || each === query.department);
    const rows = await readRows(county, vault, {
      roundId,
      departments,
      verdict: query.verdict ?? null,
      after: query.after ?? null,
      limit: query.limit + 1,
    });
    const { shown, last } = pageOf(rows, query.limit);
    const mayMatch = this.#rounds.mayMatch(actor, round);
    const persons = mayMatch ? await readPersons(county, vault, [...new Set(shown.flatMap(row => row.candidates))]) : new Map<Id, never>();
    await this.#audit.read(county, { actor, what: 'exchange-rows', patientIds: [...persons.keys()] });
    return {
      rows: shown.map(({ id, department, verdict, candidates, version, content }) => ({
        rowId: id,
        department,
        sheet: content.sheet,
        row: content.row,
        name: content.name,
        born: content.born,
        verdict,
        reasons: [...(content.refused === null ? [] : [content.refused]), ...content.notices].map(code => ({
          code,
          say: ROW_REASONS[code],
        })),
        candidates: candidates.flatMap(each => persons.get(each) ?? []),
        version,
      })),
      next: last?.id ?? null,
    };
  }

  /** @throws Refusal EXCHANGE_ROW_DECIDED, EXCHANGE_NOT_OFFERED, EXCHANGE_PERSON_TAKEN, EXCHANGE_SIGNED, STALE */
  async match(
    tx: Tx,
    actor: Actor,
    { roundId, rowId }: { roundId: Id; rowId: Id },
    { patientId, version }: MatchBody,
  ): Promise<MatchedAnswer> {
    await this.#rounds.lockOpen(tx, actor, roundId, 'exchange:match');
    const row = await readRow(tx, await this.#vaults.of(tx.countyId), roundId, rowId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (row.version !== version) throw new Refusal('STALE');
    if (row.verdict !== 'candidate') throw new Refusal('EXCHANGE_ROW_DECIDED');
    if (patientId !== null && !row.candidates.includes(patientId)) throw new Refusal('EXCHANGE_NOT_OFFERED');
    if (patientId !== null && (await isTaken(tx, roundId, row.department, patientId))) throw new Refusal('EXCHANGE_PERSON_TAKEN');
    const verdict = patientId === null ? 'unknown' : 'matched';
    await decideRow(tx, rowId, verdict, patientId);
    if (patientId !== null) await this.#differences.run(tx, roundId, [patientId]);
    await touchRound(tx, roundId);
    await this.#audit.deed(tx, {
      actor,
      act: patientId === null ? 'exchange:row-nobody' : 'exchange:row-matched',
      objectKind: 'exchange',
      objectId: roundId,
      ...(patientId === null ? {} : { patientId }),
      facts: { department: row.department },
    });
    return { rowId, verdict };
  }
}
