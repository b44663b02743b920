import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Destinations } from '@guanhu/shared/transfers/transfers.contract';
import { Injectable } from '@nestjs/common';
import { Access, Counties, Places } from '../access/access.public.ts';
import { Database } from '../platform/database/database.ts';

/** More than a person would look through: another letter of the name is faster. */
const MOST_COUNTIES = 50;

/** Where a patient can be handed over to: other counties by a part of their name, and the townships of one of them. */
@Injectable()
export class FindDestinations {
  readonly #database: Database;
  readonly #access: Access;
  readonly #counties: Counties;
  readonly #places: Places;

  constructor(database: Database, access: Access, counties: Counties, places: Places) {
    this.#database = database;
    this.#access = access;
    this.#counties = counties;
    this.#places = places;
  }

  async run(
    actor: Actor,
    { county = '', countyId }: { county?: string | undefined; countyId?: number | undefined },
  ): Promise<Destinations> {
    const own = actor.countyId;
    this.#access.require(actor, 'patient:move', { countyId: own, areaPath: actor.posts.map(post => post.areaId) });
    const named = (await this.#counties.all()).filter(({ id, name }) => id !== own && name.includes(county));
    const counties = named.slice(0, MOST_COUNTIES).map(({ id, name }) => ({ countyId: id, name }));
    const chosen = countyId === undefined || countyId === own ? undefined : await this.#counties.find(countyId);
    if (!chosen) return { counties, townships: [] };
    const { rows } = await this.#places.areas(this.#database.county(chosen.id));
    const townships = rows.filter(area => area.kind === 'township').map(({ areaId, name }) => ({ townshipId: areaId, name }));
    return { counties, townships };
  }
}
