import {
  changeSeatContract,
  listColleaguesContract,
  listMismatchesContract,
  listVacanciesContract,
  readTeamHistoryContract,
  resolveMismatchContract,
  searchColleaguesContract,
} from '@guanhu/shared/care-team/roster.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ChangeSeat } from './change-seat.ts';
import { ListColleagues } from './list-colleagues.ts';
import { ListMismatches } from './list-mismatches.ts';
import { ListVacancies } from './list-vacancies.ts';
import { ReadTeamHistory } from './read-team-history.ts';
import { ResolveMismatch } from './resolve-mismatch.ts';

@Controller()
export class RosterController {
  readonly #writes: Writes;
  readonly #history: ReadTeamHistory;
  readonly #change: ChangeSeat;
  readonly #colleagues: ListColleagues;
  readonly #vacancies: ListVacancies;
  readonly #mismatches: ListMismatches;
  readonly #resolve: ResolveMismatch;

  constructor(
    writes: Writes,
    history: ReadTeamHistory,
    change: ChangeSeat,
    colleagues: ListColleagues,
    vacancies: ListVacancies,
    mismatches: ListMismatches,
    resolve: ResolveMismatch,
  ) {
    this.#writes = writes;
    this.#history = history;
    this.#change = change;
    this.#colleagues = colleagues;
    this.#vacancies = vacancies;
    this.#mismatches = mismatches;
    this.#resolve = resolve;
  }

  @Endpoint(readTeamHistoryContract)
  history(@Call() call: CallOf<typeof readTeamHistoryContract>) {
    return this.#history.run(call.actor, call.params.patientId, call.query);
  }

  @Endpoint(changeSeatContract)
  changeSeat(@Call() call: CallOf<typeof changeSeatContract>) {
    return this.#writes.once(call, tx => this.#change.run(tx, call.actor, call.params, call.body));
  }

  @Endpoint(listColleaguesContract)
  colleagues(@Call() call: CallOf<typeof listColleaguesContract>) {
    return this.#colleagues.run(call.actor, call.query);
  }

  @Endpoint(searchColleaguesContract)
  searchColleagues(@Call() call: CallOf<typeof searchColleaguesContract>) {
    return this.#colleagues.run(call.actor, call.body);
  }

  @Endpoint(listVacanciesContract)
  vacancies(@Call() call: CallOf<typeof listVacanciesContract>) {
    return this.#vacancies.run(call.actor, call.query);
  }

  @Endpoint(listMismatchesContract)
  mismatches(@Call() call: CallOf<typeof listMismatchesContract>) {
    return this.#mismatches.run(call.actor, call.query);
  }

  @Endpoint(resolveMismatchContract)
  resolve(@Call() call: CallOf<typeof resolveMismatchContract>) {
    return this.#writes.once(call, tx => this.#resolve.run(tx, call.actor, call.body));
  }
}
