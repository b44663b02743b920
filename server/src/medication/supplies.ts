import type { Actor } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { MedicineDates } from './medicine-dates.ts';
import { insertDispensing } from './supply.store.ts';

type Supply = Omit<Parameters<typeof insertDispensing>[2], 'patientId' | 'by' | 'now'>;

/** The one way in which medicine comes to a patient: written down, and what runs out when follows. */
@Injectable()
export class Supplies {
  readonly #dates: MedicineDates;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(dates: MedicineDates, vaults: Vaults, clock: Clock) {
    this.#dates = dates;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** @throws Refusal KEY_REUSED when one of them was written down before */
  async enter(tx: Tx, actor: Actor, patientId: Id, supplies: readonly Supply[]): Promise<{ runsOutOn: CalendarDate | null }> {
    const vault = await this.#vaults.of(tx.countyId);
    const recorded = { patientId, by: actor.personId, now: this.#clock.now() };
    for (const supply of supplies) if (!(await insertDispensing(tx, vault, { ...supply, ...recorded }))) throw new Refusal('KEY_REUSED');
    const { runsOutOn } = await this.#dates.renew(tx, patientId, { refill: actor.personId });
    return { runsOutOn };
  }
}
