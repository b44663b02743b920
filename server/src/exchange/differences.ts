import type { Actor } from '@guanhu/shared/access/access.terms';
import { decideAnswer } from '@guanhu/shared/exchange/difference.rules';
import type { AnswerBody, AnsweredAnswer, DifferencesPage } from '@guanhu/shared/exchange/exchange.contract';
import type { DifferenceState } from '@guanhu/shared/exchange/difference.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { lockDifference, readDifferences, storeAnswer } from './difference.store.ts';
import { touchRound } from './round.store.ts';
import { readPersons } from './row.store.ts';
import { Rounds } from './rounds.ts';

/** Where the departments and the files disagree, and what each department answers. */
@Injectable()
export class Differences {
  readonly #database: Database;
  readonly #rounds: Rounds;
  readonly #people: People;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, rounds: Rounds, people: People, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#rounds = rounds;
    this.#people = people;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(
    actor: Actor,
    roundId: Id,
    { state, after, limit }: { state?: DifferenceState | undefined; after?: Id | undefined; limit: number },
  ): Promise<DifferencesPage> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const round = await this.#rounds.find(county, actor, roundId, 'exchange:details');
    const fields = this.#rounds.fieldsSeen(actor, round);
    const rows = await readDifferences(county, vault, { roundId, fields, state: state ?? null, after: after ?? null, limit: limit + 1 });
    const { shown, last } = pageOf(rows, limit);
    const patientIds = [...new Set(shown.map(row => row.patientId))];
    const persons = await readPersons(county, vault, patientIds);
    const people = await this.#people.contacts(
      county,
      shown.flatMap(row => row.answeredBy ?? []),
    );
    const mine = this.#rounds.departmentsOf(actor, round);
    await this.#audit.read(county, { actor, what: 'exchange-differences', patientIds });
    return {
      rows: shown.flatMap(({ id, patientId, answeredBy, ...row }) => {
        const patient = persons.get(patientId);
        if (!patient) return [];
        const mayAnswer = round.state === 'open' && row.state === 'open' && mine.includes(row.department);
        const by = answeredBy === null ? null : (people.get(answeredBy)?.name ?? '');
        return [{ differenceId: id, patient, ...row, answeredBy: by, mayAnswer }];
      }),
      next: last?.id ?? null,
    };
  }

  /** @throws Refusal EXCHANGE_NOT_YOUR_DEPARTMENT, EXCHANGE_ANSWERED, EXCHANGE_VALUE_UNKNOWN, EXCHANGE_REASON_MISSING, EXCHANGE_SIGNED, STALE */
  async answer(
    tx: Tx,
    actor: Actor,
    { roundId, differenceId }: { roundId: Id; differenceId: Id },
    { version, ...said }: AnswerBody,
  ): Promise<AnsweredAnswer> {
    const round = await this.#rounds.lockOpen(tx, actor, roundId, 'exchange:hand-in');
    const vault = await this.#vaults.of(tx.countyId);
    const row = await lockDifference(tx, vault, roundId, differenceId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#rounds.requireDepartment(actor, round, row.department);
    if (row.version !== version) throw new Refusal('STALE');
    const answer = unwrap(decideAnswer(row.state, row.field, said));
    await storeAnswer(tx, vault, { ...row, ...answer }, actor.personId, this.#clock.now());
    await touchRound(tx, roundId);
    await this.#audit.deed(tx, {
      actor,
      act: `exchange:${answer.state}`,
      objectKind: 'exchange',
      objectId: roundId,
      patientId: row.patientId,
      facts: { field: row.field, department: row.department },
    });
    return { differenceId, state: answer.state };
  }
}
