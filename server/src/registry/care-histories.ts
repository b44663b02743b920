import type { Id } from '@guanhu/shared/kernel/ids';
import type { CareHistory } from '@guanhu/shared/registry/care-history.rules';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { readCareHistories } from './care-history.store.ts';

/** What went on around patients on days that are over. Permission has been asked by whoever calls. */
@Injectable()
export class CareHistories {
  async of(reader: Reader, patientId: Id): Promise<CareHistory> {
    return (await this.ofAll(reader, [patientId])).get(patientId) ?? UNKNOWN;
  }

  ofAll(reader: Reader, patientIds: readonly Id[]): Promise<ReadonlyMap<Id, CareHistory>> {
    return readCareHistories(reader, patientIds);
  }
}

/** Of nobody. */
const UNKNOWN: CareHistory = { state: 'merged', turns: [], consents: [] };
