import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../platform/database/database.ts';
import * as store from './agreements.store.ts';

/** Agreements as the rooms above need them. Permission has been asked by whoever calls. */
@Injectable()
export class Agreements {
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

  async byIds(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, store.AgreementRow>> {
    const rows = await store.agreementsByIds(reader, [...new Set(ids)]);
    return new Map(rows.map(row => [row.id, row]));
  }

  ofGuardian(reader: Reader, guardianId: Id): Promise<store.AgreementRow[]> {
    return store.agreementsOfGuardian(reader, guardianId);
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
