import type { AreaList, OrganisationList } from '@guanhu/shared/access/access.contract';
import type { Actor, OrganisationKind } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import * as store from './place.store.ts';

/** Areas and organisations of a county. */
@Injectable()
export class Places {
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(audit: Audit, clock: Clock) {
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Areas in force today with the names that mean them. */
  async areas(reader: Reader): Promise<AreaList> {
    const rows = await store.readAreas(reader, this.#clock.today());
    return {
      rows: rows.map(({ id, kind, parent_id, name, code, aliases }) => ({ areaId: id, kind, parentId: parent_id, name, code, aliases })),
    };
  }

  async organisations(reader: Reader): Promise<OrganisationList> {
    const rows = await store.readOrganisations(reader);
    return { rows: rows.map(({ id, kind, name, area_id }) => ({ organisationId: id, kind, name, areaId: area_id })) };
  }

  /** The area's ids from the county down to itself, as permission asks for them; empty when there is no such area. */
  async pathOf(reader: Reader, areaId: Id): Promise<readonly Id[]> {
    return (await store.readArea(reader, areaId))?.path ?? [];
  }

  /** These areas and everything inside them. */
  within(reader: Reader, areaIds: readonly Id[]): Promise<Id[]> {
    return store.readAreasWithin(reader, areaIds);
  }

  /** Adds an area under its parent. @throws Refusal NOT_FOUND_OR_NO_ACCESS when the parent is not an area of the county. */
  async addArea(tx: Tx, area: Omit<store.NewArea, 'areaId' | 'from'> & Partial<Pick<store.NewArea, 'areaId' | 'from'>>): Promise<Id> {
    const areaId = area.areaId ?? newId();
    await store.insertArea(tx, { ...area, areaId, from: area.from ?? this.#clock.today() });
    return areaId;
  }

  /** Remembers that a person confirmed `name` to mean this area. */
  async alias(tx: Tx, actor: Actor, areaId: Id, name: string): Promise<void> {
    await store.insertAlias(tx, { id: newId(), areaId, name, by: actor.personId, now: this.#clock.now() });
    await this.#audit.deed(tx, { actor, act: 'access:area-alias-confirmed', objectKind: 'area', objectId: areaId });
  }

  async addOrganisation(tx: Tx, one: { kind: OrganisationKind; name: string; areaId: Id; organisationId?: Id }): Promise<Id> {
    const id = one.organisationId ?? newId();
    await store.insertOrganisation(tx, { id, kind: one.kind, name: one.name, area_id: one.areaId });
    return id;
  }
}
