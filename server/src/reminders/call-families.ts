import { addDays, dayOf, startOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { callInstead } from '@guanhu/shared/reminders/message.rules';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { keepFamilyCall, readFamiliesInPeace, readPatientsTold } from './family-call.store.ts';
import type { MessageRow } from './message.store.ts';

/** Where nothing could be sent for certain, somebody telephones. */
@Injectable()
export class CallFamilies {
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(agenda: Agenda, policies: Policies, clock: Clock) {
    this.#agenda = agenda;
    this.#policies = policies;
    this.#clock = clock;
  }

  /**
   * Asks for a call about each of these messages where one helps. Of the daily medicine one call for each family about all whom it looks after,
   * until it is answered and for some days after; of money one for each entitlement. @returns the messages that somebody telephones about
   */
  async run(tx: Tx, messages: readonly MessageRow[]): Promise<ReadonlySet<Id>> {
    const today = dayOf(this.#clock.now());
    const families = messages.filter(message => callInstead(message.purpose) === 'messageNotSent');
    const policyOf = await this.#policies.ofPatients(
      tx,
      'reminder',
      today,
      families.flatMap(message => message.patientId ?? []),
    );
    const peace = families.map(({ personId, patientId }) => ({
      personId,
      since: startOf(addDays(today, 1 - policyOf(patientId ?? '').policy.callAgainDays)),
    }));
    const inPeace = await readFamiliesInPeace(tx, peace);
    const wards = await readPatientsTold(
      tx,
      families.filter(({ personId }) => !inPeace.has(personId)).map(({ id }) => id),
    );
    const called = new Set<Id>();
    for (const { id, purpose, patientId, personId, objectId } of messages) {
      const reason = callInstead(purpose);
      if (reason === null || patientId === null) continue;
      called.add(id);
      if (reason === 'claimNotTold') {
        if (objectId !== null) await this.#agenda.openCall(tx, { reason, patientId, cause: objectId, causeId: objectId });
        continue;
      }
      if (inPeace.has(personId)) continue;
      const also = wards.get(id) ?? [];
      const taskId = await this.#agenda.openCall(tx, { reason, patientId, cause: `${personId}:${today}`, also });
      if (taskId !== undefined) await keepFamilyCall(tx, personId, taskId);
    }
    return called;
  }
}
