import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RemindPayload } from '@guanhu/shared/reminders/reminders.terms';
import { OFFICE_SEATS, type ReliefState } from '@guanhu/shared/relief/relief.terms';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { AskOffices } from '../care-team/care-team.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Patients } from '../registry/registry.public.ts';
import type { ReliefRow } from './relief.store.ts';

/** What a family is told of: that its papers went off, and what came of them. */
const FOR_THE_FAMILY: readonly ReliefState[] = ['forwarded', 'granted', 'refused', 'upheld'];

/** Whoever has something to do about an application hears of it: the team by a task, the office by a message, the family by one that says nothing. */
@Injectable()
export class TellOfRelief {
  readonly #agenda: Agenda;
  readonly #offices: AskOffices;
  readonly #patients: Patients;
  readonly #outbox: Outbox;

  constructor(agenda: Agenda, offices: AskOffices, patients: Patients, outbox: Outbox) {
    this.#agenda = agenda;
    this.#offices = offices;
    this.#patients = patients;
    this.#outbox = outbox;
  }

  /** An application has come to another state. @param by who brought it there: the task of the step before is done */
  async moved(tx: Tx, row: ReliefRow, by: Id): Promise<void> {
    const { id, patient_id: patientId, state, due_on: dueOn } = row;
    if (state === 'withdrawn') await this.#agenda.cancelAfter(tx, { kind: 'relief', causeId: id });
    else await this.#agenda.finishAfter(tx, { kind: 'relief', causeId: id, by });
    if (dueOn !== null && (state === 'collecting' || state === 'forwarded')) {
      const seats = state === 'collecting' ? (['civilAffairs', 'lead'] as const) : ([OFFICE_SEATS[row.office], 'civilAffairs'] as const);
      // A second look after an objection is a task of its own.
      const part = String(row.version);
      await this.#agenda.openAfter(tx, { kind: 'relief', patientId, causeId: id, part, seats, dueOn });
    }
    if (state === 'objected')
      await this.#offices.run(tx, { key: `relief:${id}:${String(row.version)}`, patientId, permission: 'relief:answer', except: [by] });
    if (FOR_THE_FAMILY.includes(state)) await this.#tellFamily(tx, row);
  }

  /** A term ends soon: the team asks for it again with the family. Once for each grant. */
  ending(tx: Tx, grant: { readonly id: Id; readonly patient_id: Id; readonly until_on: CalendarDate }): Promise<void> {
    const { id: causeId, patient_id: patientId, until_on: dueOn } = grant;
    return this.#agenda.openAfter(tx, { kind: 'reliefRenewal', patientId, causeId, part: dueOn, seats: ['civilAffairs', 'lead'], dueOn });
  }

  /** The benefit was asked for again: nobody need see to it. */
  renewed(tx: Tx, grantId: Id, by: Id): Promise<void> {
    return this.#agenda.finishAfter(tx, { kind: 'reliefRenewal', causeId: grantId, by });
  }

  async #tellFamily(tx: Tx, { id, version, state, patient_id: patientId }: ReliefRow): Promise<void> {
    const [guardian] = await this.#patients.guardians(tx, [patientId]);
    if (!guardian) return;
    await this.#outbox.put(tx, {
      kind: 'remind',
      key: `relief:${id}:${state}:${String(version)}`,
      payload: { purpose: 'notice', opens: 'relief', personId: guardian.personId, patientId, objectId: id } satisfies RemindPayload,
    });
  }
}
