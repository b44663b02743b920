import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { MedicineDates } from './medicine-dates.ts';
import type { Order } from './regimen.store.ts';

/** The order of today in words, for other rooms. Permission has been asked by whoever calls. */
@Injectable()
export class CurrentMedicine {
  readonly #dates: MedicineDates;

  constructor(dates: MedicineDates) {
    this.#dates = dates;
  }

  /** Null where nothing is ordered; drugs are null where nobody has named them. */
  async of(reader: Reader, patientId: Id): Promise<(Omit<Order, 'drugs'> & { since: CalendarDate; drugs: Order['drugs'] | null }) | null> {
    const { present } = await this.#dates.facts(reader, patientId);
    if (!present) return null;
    const { drugs = null, prescriber = null, hospital = null, note = null } = present.order ?? {};
    return { since: present.since, drugs, prescriber, hospital, note };
  }
}
