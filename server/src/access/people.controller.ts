import * as C from '@guanhu/shared/access/access.contract';
import { Controller } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ChangeAccount } from './change-account.ts';
import { ChangeDeputies } from './change-deputies.ts';
import { ChangePosts } from './change-posts.ts';
import { CreatePerson } from './create-person.ts';
import { ListPeople } from './list-people.ts';
import { ReadPerson } from './read-person.ts';
import { RecordLeaving } from './record-leaving.ts';

@Controller()
export class PeopleController {
  readonly #database: Database;
  readonly #writes: Writes;
  readonly #list: ListPeople;
  readonly #read: ReadPerson;
  readonly #create: CreatePerson;
  readonly #account: ChangeAccount;
  readonly #posts: ChangePosts;
  readonly #deputies: ChangeDeputies;
  readonly #leaving: RecordLeaving;

  constructor(
    database: Database,
    writes: Writes,
    list: ListPeople,
    read: ReadPerson,
    create: CreatePerson,
    account: ChangeAccount,
    posts: ChangePosts,
    deputies: ChangeDeputies,
    leaving: RecordLeaving,
  ) {
    this.#database = database;
    this.#writes = writes;
    this.#list = list;
    this.#read = read;
    this.#create = create;
    this.#account = account;
    this.#posts = posts;
    this.#deputies = deputies;
    this.#leaving = leaving;
  }

  @Endpoint(C.listPeopleContract)
  list(@Call() { actor, query }: CallOf<typeof C.listPeopleContract>) {
    return this.#list.run(actor, query);
  }

  @Endpoint(C.searchPeopleContract)
  search(@Call() { actor, body }: CallOf<typeof C.searchPeopleContract>) {
    return this.#list.run(actor, body);
  }

  @Endpoint(C.readPersonContract)
  read(@Call() { actor, params }: CallOf<typeof C.readPersonContract>) {
    return this.#read.run(actor, params.personId);
  }

  @Endpoint(C.createPersonContract)
  create(@Call() call: CallOf<typeof C.createPersonContract>) {
    return this.#writes.once(call, tx => this.#create.run(tx, call.actor, call.body));
  }

  @Endpoint(C.issueInvitationContract)
  invite(@Call() { actor, params }: CallOf<typeof C.issueInvitationContract>) {
    return this.#database.county(actor.countyId).inTransaction(tx => this.#account.invite(tx, actor, params.personId));
  }

  @Endpoint(C.changePhoneContract)
  changePhone(@Call() { actor, params, body }: CallOf<typeof C.changePhoneContract>) {
    return this.#database.county(actor.countyId).inTransaction(tx => this.#account.changePhone(tx, actor, params.personId, body));
  }

  @Endpoint(C.revokeSessionsContract)
  revokeSessions(@Call() call: CallOf<typeof C.revokeSessionsContract>) {
    return this.#writes.once(call, tx => this.#account.revokeSessions(tx, call.actor, call.params.personId));
  }

  @Endpoint(C.givePostContract)
  givePost(@Call() call: CallOf<typeof C.givePostContract>) {
    return this.#writes.once(call, tx => this.#posts.give(tx, call.actor, call.params.personId, call.body));
  }

  @Endpoint(C.endPostContract)
  endPost(@Call() call: CallOf<typeof C.endPostContract>) {
    return this.#writes.once(call, tx => this.#posts.end(tx, call.actor, call.params, call.body));
  }

  @Endpoint(C.nameDeputyContract)
  nameDeputy(@Call() call: CallOf<typeof C.nameDeputyContract>) {
    return this.#writes.once(call, tx => this.#deputies.name(tx, call.actor, call.params.personId, call.body));
  }

  @Endpoint(C.endDeputyContract)
  endDeputy(@Call() call: CallOf<typeof C.endDeputyContract>) {
    return this.#writes.once(call, tx => this.#deputies.end(tx, call.actor, call.params, call.body.stepUpTicket));
  }

  @Endpoint(C.recordLeavingContract)
  leave(@Call() call: CallOf<typeof C.recordLeavingContract>) {
    return this.#writes.once(call, tx => this.#leaving.run(tx, call.actor, call.params.personId, call.body));
  }
}
