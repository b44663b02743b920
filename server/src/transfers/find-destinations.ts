import type { Actor } from '@guanhu/shared/access/access.terms';
import { regionDigits } from '@guanhu/shared/indicators/region.rules';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import type { Destinations } from '@guanhu/shared/transfers/transfers.contract';
import { Injectable } from '@nestjs/common';
import { Access, Counties, Places } from '../access/access.public.ts';
import { Database } from '../platform/database/database.ts';

/** More than a person would look through: another letter of the name is faster. */
const MOST_COUNTIES = 50;
const COUNTY_DIGITS = 6;

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
    const counties: Destinations['counties'] = [];
    for (const { id, name, area_code } of await this.#counties.all()) {
      if (counties.length === MOST_COUNTIES) break;
      if (id !== own && name.includes(county) && (await this.#takesOver(id, area_code))) counties.push({ countyId: id, name });
    }
    const chosen = countyId === undefined || countyId === own ? undefined : await this.#counties.find(countyId);
    if (!chosen) return { counties, townships: [] };
    return { counties, townships: (await this.#townships(chosen.id)).map(({ areaId, name }) => ({ townshipId: areaId, name })) };
  }

  /** A province, or a prefecture above its counties, only supervises: nobody lives in it. Some prefectures have townships and no counties. */
  async #takesOver(id: CountyId, areaCode: string): Promise<boolean> {
    return regionDigits(areaCode).length === COUNTY_DIGITS || (await this.#townships(id)).length > 0;
  }

  async #townships(id: CountyId): Promise<readonly { readonly areaId: Id; readonly name: string }[]> {
    const { rows } = await this.#places.areas(this.#database.county(id));
    return rows.filter(area => area.kind === 'township');
  }
}
