import { raisedStandards, yearlyOf } from '@guanhu/shared/agreements/standard.rules';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { fen } from '@guanhu/shared/kernel/fen';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import { lockRunning, storeStandards, type AgreementRow } from './agreements.store.ts';

/** Agreements looked at in one transaction. */
const AT_ONCE = 200;

/** Running agreements take part in a standard that was raised since they were signed, from its day on. Safe to repeat. */
@Injectable()
export class FollowStandards {
  readonly #database: Database;
  readonly #policies: Policies;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(database: Database, policies: Policies, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#database = database;
    this.#policies = policies;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  async run(countyId: CountyId): Promise<void> {
    const county = this.#database.county(countyId);
    const isSet = (await this.#policies.set(county)).some(one => one.kind === 'reward');
    for (let after: Id | null = null; isSet;) {
      const last: Id | undefined = await county.inTransaction(tx => this.#some(tx, after));
      if (last === undefined) return;
      after = last;
    }
  }

  /** @returns the last one looked at, when there may be more */
  async #some(tx: Tx, after: Id | null): Promise<Id | undefined> {
    const rows = await lockRunning(tx, this.#clock.today(), after, AT_ONCE);
    for (const row of rows) await this.#follow(tx, row);
    return rows.length === AT_ONCE ? rows.at(-1)?.id : undefined;
  }

  /** Policies are kept in memory: this asks the database only for what has changed. */
  async #follow(tx: Tx, row: AgreementRow): Promise<void> {
    const townshipId = row.area_path[1];
    if (townshipId === undefined) return;
    const begun = await this.#policies.beginningsWithin(tx, 'reward', { from: row.from_on, to: row.last_on }, { townshipId });
    const signed = row.standards.map(({ from, yearlyFen }) => ({ from, yearlyFen: fen(yearlyFen) }));
    const set = begun.map(({ from, policy }) => ({ from, yearlyFen: yearlyOf(policy, row.standard_class) }));
    const raised = raisedStandards(signed, set, row.settled_through);
    if (JSON.stringify(raised) === JSON.stringify(raisedStandards(signed, [], null))) return;
    const version = await storeStandards(tx, row.id, [...raised]);
    await this.#audit.deed(tx, {
      actor: 'system',
      act: 'agreements:standard-raised',
      objectKind: 'agreement',
      objectId: row.id,
      patientId: row.patient_id,
    });
    await this.#outbox.put(tx, { kind: 'agreement-changed', key: `${row.id}:${String(version)}`, payload: { agreementId: row.id } });
  }
}
