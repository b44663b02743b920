import { moveAgreement } from '@guanhu/shared/agreements/agreement-life.rules';
import { saysYearStop } from '@guanhu/shared/agreements/agreement-template';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { rewardUnderWay } from './application.store.ts';
import * as store from './agreements.store.ts';

/** Agreements as the rooms above need them. Permission has been asked by whoever calls. */
@Injectable()
export class Agreements {
  readonly #outbox: Outbox;
  readonly #vaults: Vaults;

  constructor(outbox: Outbox, vaults: Vaults) {
    this.#outbox = outbox;
    this.#vaults = vaults;
  }

  find(reader: Reader, id: Id): Promise<store.AgreementRow | undefined> {
    return store.readAgreement(reader, id);
  }

  /** The row stays as it is until the transaction ends, so that amounts and days do not change under a decision. */
  lock(tx: Tx, id: Id): Promise<store.AgreementRow | undefined> {
    return store.lockAgreement(tx, id);
  }

  /** Whether both sides have signed, whatever became of it since. */
  isConcluded(reader: Reader, id: Id): Promise<boolean> {
    return store.isCountersigned(reader, id);
  }

  /** Whether its text says that the rest of a year may be stopped. */
  async saysYearStop(reader: Reader, id: Id): Promise<boolean> {
    const { text } = await store.readDocument(reader, await this.#vaults.of(reader.countyId), id);
    return saysYearStop(text);
  }

  async byIds(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, store.AgreementRow>> {
    const rows = await store.agreementsByIds(reader, [...new Set(ids)]);
    return new Map(rows.map(row => [row.id, row]));
  }

  /** How far the patient's reward is: an agreement that lives, an application, or neither. */
  rewardUnderWay(reader: Reader, patientId: Id): Promise<'agreement' | 'application' | null> {
    return rewardUnderWay(reader, patientId);
  }

  ofGuardian(reader: Reader, guardianId: Id): Promise<store.AgreementRow[]> {
    return store.agreementsOfGuardian(reader, guardianId);
  }

  /** Two people have stopped the rest of a year: duty ends with the last decided day. An agreement that has ended already keeps its end. */
  async stop(tx: Tx, row: store.AgreementRow, by: Id, now: Date): Promise<void> {
    await store.insertStep(tx, row.id, 'stopped', by, null, now);
    const ends = moveAgreement(row.state, 'terminate');
    if (!ends.granted) return;
    const lastOn = row.settled_through ?? addDays(row.from_on, -1);
    const moved = await store.moveRow(tx, row.id, row.version, { state: ends.value, lastOn });
    const promise = { kind: 'agreement-changed', key: `${row.id}:${String(moved.version)}`, payload: { agreementId: row.id } };
    await this.#outbox.put(tx, promise);
  }

  /** What its periods earn together in full: a next guardian's agreement goes on from there, to the fen. */
  storeEarned(tx: Tx, id: Id, earnedFen: number): Promise<void> {
    return store.storeEarned(tx, id, earnedFen);
  }

  /** No pause and no end may reach behind this day any more. */
  settleThrough(tx: Tx, id: Id, through: CalendarDate): Promise<void> {
    return store.settleThrough(tx, id, through);
  }
}
