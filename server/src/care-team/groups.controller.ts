import {
  addGroupMemberContract,
  endGroupMemberContract,
  listGroupsContract,
  readGroupContract,
  setGroupOfficeContract,
} from '@guanhu/shared/care-team/groups.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ChangeGroup } from './change-group.ts';
import { LookAtGroups } from './look-at-groups.ts';

@Controller()
export class GroupsController {
  readonly #writes: Writes;
  readonly #look: LookAtGroups;
  readonly #change: ChangeGroup;

  constructor(writes: Writes, look: LookAtGroups, change: ChangeGroup) {
    this.#writes = writes;
    this.#look = look;
    this.#change = change;
  }

  @Endpoint(listGroupsContract)
  list(@Call() call: CallOf<typeof listGroupsContract>) {
    return this.#look.list(call.actor, call.query);
  }

  @Endpoint(readGroupContract)
  read(@Call() call: CallOf<typeof readGroupContract>) {
    return this.#look.one(call.actor, call.params.areaId);
  }

  @Endpoint(setGroupOfficeContract)
  setOffice(@Call() call: CallOf<typeof setGroupOfficeContract>) {
    return this.#writes.once(call, tx => this.#change.setOffice(tx, call.actor, call.params.areaId, call.body.organisationId));
  }

  @Endpoint(addGroupMemberContract)
  add(@Call() call: CallOf<typeof addGroupMemberContract>) {
    return this.#writes.once(call, tx => this.#change.add(tx, call.actor, call.params.areaId, call.body));
  }

  @Endpoint(endGroupMemberContract)
  end(@Call() call: CallOf<typeof endGroupMemberContract>) {
    return this.#writes.once(call, tx => this.#change.end(tx, call.actor, call.params, call.body.lastDay));
  }
}
