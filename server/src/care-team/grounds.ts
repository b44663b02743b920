import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import type { Reader } from '../platform/database/database.ts';

/** The areas in which somebody answers for groups and rosters. */
@Injectable()
export class Grounds {
  readonly #access: Access;
  readonly #places: Places;

  constructor(access: Access, places: Places) {
    this.#access = access;
    this.#places = places;
  }

  /** The actor's areas with this permission. @throws Refusal NOT_FOUND_OR_NO_ACCESS when there are none. */
  require(actor: Actor, permission: Permission): readonly Id[] {
    const { areas } = this.#access.scope(actor, permission);
    if (areas.length === 0) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return areas;
  }

  /** That the actor holds the permission in this area. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async requireIn(reader: Reader, actor: Actor, permission: Permission, areaId: Id): Promise<void> {
    const areaPath = await this.#places.pathOf(reader, areaId);
    this.#access.require(actor, permission, { countyId: reader.countyId, areaPath });
  }

  /** For each area in force, the township it is or belongs to; null for the county itself. */
  async townships(reader: Reader): Promise<(areaId: Id) => Id | null> {
    const { rows } = await this.#places.areas(reader);
    const of = new Map(
      rows.map(area => [area.areaId, area.kind === 'township' ? area.areaId : area.kind === 'village' ? area.parentId : null]),
    );
    return areaId => of.get(areaId) ?? null;
  }
}
