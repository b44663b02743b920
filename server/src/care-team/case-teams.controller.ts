import {
  askToCloseCaseTeamContract,
  decideCaseClosingContract,
  listCaseTeamsContract,
  openCaseTeamContract,
  readCaseTeamContract,
  reviewCaseTeamContract,
} from '@guanhu/shared/care-team/case-team.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { LookAtCaseTeams } from './look-at-case-teams.ts';
import { MoveCaseTeam } from './move-case-team.ts';

@Controller()
export class CaseTeamsController {
  readonly #writes: Writes;
  readonly #look: LookAtCaseTeams;
  readonly #move: MoveCaseTeam;

  constructor(writes: Writes, look: LookAtCaseTeams, move: MoveCaseTeam) {
    this.#writes = writes;
    this.#look = look;
    this.#move = move;
  }

  @Endpoint(listCaseTeamsContract)
  list(@Call() call: CallOf<typeof listCaseTeamsContract>) {
    return this.#look.list(call.actor, call.query);
  }

  @Endpoint(readCaseTeamContract)
  read(@Call() call: CallOf<typeof readCaseTeamContract>) {
    return this.#look.one(call.actor, call.params.caseTeamId);
  }

  @Endpoint(openCaseTeamContract)
  open(@Call() call: CallOf<typeof openCaseTeamContract>) {
    return this.#writes.once(call, tx => this.#move.open(tx, call.actor, call.params.caseTeamId, call.body));
  }

  @Endpoint(reviewCaseTeamContract)
  review(@Call() call: CallOf<typeof reviewCaseTeamContract>) {
    return this.#writes.once(call, tx => this.#move.review(tx, call.actor, call.params.caseTeamId, call.body));
  }

  @Endpoint(askToCloseCaseTeamContract)
  askToClose(@Call() call: CallOf<typeof askToCloseCaseTeamContract>) {
    return this.#writes.once(call, tx => this.#move.askToClose(tx, call.actor, call.params.caseTeamId, call.body));
  }

  @Endpoint(decideCaseClosingContract)
  decideClosing(@Call() call: CallOf<typeof decideCaseClosingContract>) {
    return this.#writes.once(call, tx => this.#move.decideClosing(tx, call.actor, call.params.caseTeamId, call.body));
  }
}
