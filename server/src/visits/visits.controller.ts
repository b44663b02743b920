import * as contracts from '@guanhu/shared/visits/visits.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { CheckInVisit } from './check-in-visit.ts';
import { Presences } from './presences.ts';
import { ReadVisitForm } from './read-visit-form.ts';
import { ReadVisits } from './read-visits.ts';
import { RecordOutcome } from './record-outcome.ts';
import { RecordVisit } from './record-visit.ts';

@Controller()
export class VisitsController {
  readonly #writes: Writes;
  readonly #checkIn: CheckInVisit;
  readonly #record: RecordVisit;
  readonly #read: ReadVisits;
  readonly #form: ReadVisitForm;
  readonly #presences: Presences;
  readonly #outcome: RecordOutcome;

  constructor(
    writes: Writes,
    checkIn: CheckInVisit,
    record: RecordVisit,
    read: ReadVisits,
    form: ReadVisitForm,
    presences: Presences,
    outcome: RecordOutcome,
  ) {
    this.#writes = writes;
    this.#checkIn = checkIn;
    this.#record = record;
    this.#read = read;
    this.#form = form;
    this.#presences = presences;
    this.#outcome = outcome;
  }

  @Endpoint(contracts.checkInVisitContract)
  checkIn(@Call() call: CallOf<typeof contracts.checkInVisitContract>) {
    return this.#writes.once(call, tx => this.#checkIn.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.recordVisitContract)
  record(@Call() call: CallOf<typeof contracts.recordVisitContract>) {
    return this.#writes.once(call, tx => this.#record.run(tx, call.actor, call.params.visitId, call.body));
  }

  @Endpoint(contracts.readVisitContract)
  one(@Call() call: CallOf<typeof contracts.readVisitContract>) {
    return this.#read.one(call.actor, call.params.visitId);
  }

  @Endpoint(contracts.listVisitsContract)
  list(@Call() call: CallOf<typeof contracts.listVisitsContract>) {
    return this.#read.ofPatient(call.actor, call.params.patientId, call.query);
  }

  @Endpoint(contracts.readNextVisitsContract)
  next(@Call() call: CallOf<typeof contracts.readNextVisitsContract>) {
    return this.#read.next(call.actor, call.params.patientId);
  }

  @Endpoint(contracts.readBlankFormContract)
  blankForm(@Call() call: CallOf<typeof contracts.readBlankFormContract>) {
    return this.#form.blank(call.actor.countyId);
  }

  @Endpoint(contracts.readVisitFormContract)
  form(@Call() call: CallOf<typeof contracts.readVisitFormContract>) {
    return this.#form.run(call.actor, call.params.patientId);
  }

  @Endpoint(contracts.listMyPresencesContract)
  presences(@Call() call: CallOf<typeof contracts.listMyPresencesContract>) {
    return this.#presences.mine(call.actor);
  }

  @Endpoint(contracts.answerPresenceContract)
  answerPresence(@Call() call: CallOf<typeof contracts.answerPresenceContract>) {
    return this.#writes.once(call, tx => this.#presences.answer(tx, call.actor, call.params.visitId, call.body));
  }

  @Endpoint(contracts.recordOutcomeContract)
  outcome(@Call() call: CallOf<typeof contracts.recordOutcomeContract>) {
    return this.#writes.once(call, tx => this.#outcome.run(tx, call.actor, call.params.visitId, call.body));
  }
}
