import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AreaTies, Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import type { Reader } from '../platform/database/database.ts';
import { readAreaPath } from './patient.store.ts';

/** Who may do what to a file by their post over its area. Who may by a seat on the team is known to the room above. */
@Injectable()
export class FileAccess {
  readonly #access: Access;
  readonly #places: Places;

  constructor(access: Access, places: Places) {
    this.#access = access;
    this.#places = places;
  }

  /** The areas of a file to which `actor` may do this. @throws Refusal NOT_FOUND_OR_NO_ACCESS, the same for "no such file". */
  async requireFor(reader: Reader, actor: Actor, permission: Permission, patientId: Id): Promise<AreaTies> {
    const areaPath = await readAreaPath(reader, patientId);
    if (!areaPath) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const ties = { countyId: reader.countyId, areaPath };
    this.#access.require(actor, permission, ties);
    return ties;
  }

  /** The village in which `actor` may do this, with its township. @throws Refusal NOT_FOUND_OR_NO_ACCESS, also for an area that is no village. */
  async requireInVillage(reader: Reader, actor: Actor, permission: Permission, villageId: Id): Promise<{ townshipId: Id }> {
    const { rows } = await this.#places.areas(reader);
    const townshipId = rows.find(area => area.areaId === villageId && area.kind === 'village')?.parentId ?? null;
    if (townshipId === null) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, permission, { countyId: reader.countyId, areaPath: await this.#places.pathOf(reader, villageId) });
    return { townshipId };
  }
}
