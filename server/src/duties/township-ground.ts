import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import type { Reader } from '../platform/database/database.ts';

/** Duties are those of a township. */
@Injectable()
export class TownshipGround {
  readonly #access: Access;
  readonly #places: Places;

  constructor(access: Access, places: Places) {
    this.#access = access;
    this.#places = places;
  }

  /** That the actor has this permission over a township. @returns its name @throws Refusal NOT_FOUND_OR_NO_ACCESS also for what is no township */
  async require(reader: Reader, actor: Actor, permission: Permission, townshipId: Id): Promise<string> {
    const areaPath = await this.#places.pathOf(reader, townshipId);
    this.#access.require(actor, permission, { countyId: reader.countyId, areaPath });
    const area = (await this.#places.areas(reader)).rows.find(one => one.areaId === townshipId);
    if (area?.kind !== 'township') throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return area.name;
  }

  /** Every township over which the actor has this permission, by its id. */
  async townships(reader: Reader, actor: Actor, permission: Permission): Promise<{ readonly areaId: Id; readonly name: string }[]> {
    const { areas } = this.#access.scope(actor, permission);
    const within = new Set(await this.#places.within(reader, areas));
    const { rows } = await this.#places.areas(reader);
    return rows.filter(area => area.kind === 'township' && within.has(area.areaId)).sort((a, b) => (a.areaId < b.areaId ? -1 : 1));
  }
}
