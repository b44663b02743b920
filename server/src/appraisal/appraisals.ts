import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../platform/database/database.ts';
import * as store from './appraisal.store.ts';

/** Appraisals as the rooms above need them. */
@Injectable()
export class Appraisals {
  find(reader: Reader, id: Id): Promise<store.AppraisalRow | undefined> {
    return store.readAppraisal(reader, id);
  }

  /** The row stays as it is until the transaction ends: what is owed for it is counted once. */
  lock(tx: Tx, id: Id): Promise<store.AppraisalRow | undefined> {
    return store.lockAppraisal(tx, id);
  }

  /** Every period of these agreements, in order. */
  ofAgreements(reader: Reader, agreementIds: readonly Id[]): Promise<store.AppraisalRow[]> {
    return store.appraisalsOf(reader, agreementIds);
  }

  /** What periods of these areas that end by the day could still earn in full: laid out, and not decided. */
  fullFenAhead(reader: Reader, areas: readonly Id[], until: CalendarDate): Promise<number> {
    return store.fullFenAhead(reader, areas, until);
  }
}
