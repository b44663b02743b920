import type { Actor } from '@guanhu/shared/access/access.terms';
import { areasOf, guardianOf, may, seatsOf, type Permission, type Ties } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { readRoot } from './place.store.ts';

/** What a list may show: patients in these areas, with a team seat held by these persons, with this guardian. */
export type Scope = { readonly areas: readonly Id[]; readonly seats: readonly Id[]; readonly guardian: Id | null };

/** Asks the table of permissions. */
@Injectable()
export class Access {
  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS: a stranger does not learn whether the thing exists. */
  require(actor: Actor, permission: Permission, ties: Ties): void {
    if (!may(actor, permission, ties)) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
  }

  /** For things of the county as a whole: people, policies. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async requireInCounty(reader: Reader, actor: Actor, permission: Permission): Promise<void> {
    this.require(actor, permission, { countyId: reader.countyId, areaPath: [await readRoot(reader)] });
  }

  scope(actor: Actor, permission: Permission): Scope {
    return { areas: areasOf(actor, permission), seats: seatsOf(actor, permission), guardian: guardianOf(actor, permission) };
  }
}
