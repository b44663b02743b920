import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { AskOffices } from '../care-team/care-team.public.ts';
import type { CountyDatabase } from '../platform/database/database.ts';
import { placesWaiting } from './bill.store.ts';

/** Payments wait because the paying account lacks money: who pays them, and the county's administrators, are told on the phone, once. */
@Injectable()
export class TellOfShortage {
  readonly #offices: AskOffices;

  constructor(offices: AskOffices) {
    this.#offices = offices;
  }

  /** @param since when the account began to lack money: for each such time a person is told once, however often it is tried meanwhile */
  async run(county: CountyDatabase, merchantAccountId: Id, since: Date): Promise<void> {
    await county.inTransaction(async tx => {
      const key = `funds:${merchantAccountId}:${String(since.getTime())}`;
      for (const areaPath of await placesWaiting(tx, merchantAccountId))
        await this.#offices.run(tx, { key, patientId: null, areaPath, permission: 'fund:top-up', except: [], purpose: 'funds' });
    });
  }
}
