import * as C from '@guanhu/shared/access/access.contract';
import { Controller } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { BindingClashes } from './binding-clashes.ts';
import { Places } from './places.ts';

@Controller()
export class CountyController {
  readonly #database: Database;
  readonly #writes: Writes;
  readonly #clashes: BindingClashes;
  readonly #places: Places;

  constructor(database: Database, writes: Writes, clashes: BindingClashes, places: Places) {
    this.#database = database;
    this.#writes = writes;
    this.#clashes = clashes;
    this.#places = places;
  }

  @Endpoint(C.listBindingClashesContract)
  clashes(@Call() { actor }: CallOf<typeof C.listBindingClashesContract>) {
    return this.#clashes.list(actor);
  }

  @Endpoint(C.resolveBindingClashContract)
  resolve(@Call() call: CallOf<typeof C.resolveBindingClashContract>) {
    return this.#writes.once(call, tx => this.#clashes.resolve(tx, call.actor, call.params.clashId, call.body));
  }

  @Endpoint(C.listAreasContract)
  areas(@Call() { actor }: CallOf<typeof C.listAreasContract>) {
    return this.#places.areas(this.#database.county(actor.countyId));
  }

  @Endpoint(C.listOrganisationsContract)
  organisations(@Call() { actor }: CallOf<typeof C.listOrganisationsContract>) {
    return this.#places.organisations(this.#database.county(actor.countyId));
  }
}
