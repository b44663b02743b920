import { listPoliciesContract, setPolicyContract } from '@guanhu/shared/policy/policy.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ListPolicies } from './list-policies.ts';
import { Policies } from './policies.ts';
import { SetPolicy } from './set-policy.ts';

@Controller()
export class PolicyController {
  readonly #writes: Writes;
  readonly #policies: Policies;
  readonly #list: ListPolicies;
  readonly #set: SetPolicy;

  constructor(writes: Writes, policies: Policies, list: ListPolicies, set: SetPolicy) {
    this.#writes = writes;
    this.#policies = policies;
    this.#list = list;
    this.#set = set;
  }

  @Endpoint(listPoliciesContract)
  list(@Call() call: CallOf<typeof listPoliciesContract>) {
    return this.#list.run(call.actor);
  }

  @Endpoint(setPolicyContract)
  async set(@Call() call: CallOf<typeof setPolicyContract>) {
    const answer = await this.#writes.once(call, tx => this.#set.run(tx, call.actor, call.params.kind, call.body));
    this.#policies.forget(call.actor.countyId);
    return answer;
  }
}
