import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may, type Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { MeetingRef } from '@guanhu/shared/meetings/meetings.contract';
import type { MeetingState } from '@guanhu/shared/meetings/meetings.terms';
import { Injectable } from '@nestjs/common';
import { Places, Staff } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { lockMeeting, readMeeting, readUnits, type MeetingRow, type UnitRow } from './meeting.store.ts';

/** Units that the actor belongs to, or whoever they stand in for. */
export const unitsOf = ({ posts }: Actor): readonly Id[] => posts.flatMap(post => post.organisationId ?? []);

/** Who may see and change a meeting. */
@Injectable()
export class Meetings {
  readonly #places: Places;
  readonly #staff: Staff;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(places: Places, staff: Staff, vaults: Vaults, clock: Clock) {
    this.#places = places;
    this.#staff = staff;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** That the actor has this permission over a township. @throws Refusal NOT_FOUND_OR_NO_ACCESS also for what is no township */
  async requireTownship(reader: Reader, actor: Actor, permission: Permission, townshipId: Id): Promise<void> {
    const area = (await this.#places.areas(reader)).rows.find(one => one.areaId === townshipId);
    if (area?.kind !== 'township' || !(await this.#may(reader, actor, permission, townshipId))) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
  }

  /** A meeting of the actor’s township, or one to which a unit of the actor is invited. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async readable(
    reader: Reader,
    actor: Actor,
    meetingId: Id,
  ): Promise<{ readonly meeting: MeetingRow; readonly units: readonly UnitRow[]; readonly convenes: boolean }> {
    const meeting = await readMeeting(reader, await this.#vaults.of(reader.countyId), meetingId);
    return this.#seen(reader, actor, meeting);
  }

  /** The same, held until the transaction ends, as it was read. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async held(tx: Tx, actor: Actor, meetingId: Id): Promise<Awaited<ReturnType<Meetings['readable']>>> {
    return this.#seen(tx, actor, await lockMeeting(tx, await this.#vaults.of(tx.countyId), meetingId));
  }

  /** A meeting that the actor convenes, held until the transaction ends. @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE */
  async mine(tx: Tx, actor: Actor, meetingId: Id, version: number): Promise<Awaited<ReturnType<Meetings['readable']>>> {
    const found = await this.held(tx, actor, meetingId);
    if (!found.convenes) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (found.meeting.version !== version) throw new Refusal('STALE');
    return found;
  }

  /** Whoever is to do something works in the township or one of its villages. @throws Refusal DECISION_NEEDS_OWNER */
  async requireOwners(reader: Reader, townshipId: Id, owners: readonly Id[]): Promise<void> {
    const staff = new Set(await this.#staff.idsWithin(reader, [townshipId]));
    if (!owners.every(owner => staff.has(owner))) throw new Refusal('DECISION_NEEDS_OWNER');
  }

  async #seen(reader: Reader, actor: Actor, meeting: MeetingRow | undefined): Promise<Awaited<ReturnType<Meetings['readable']>>> {
    if (!meeting) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const units = await readUnits(reader, await this.#vaults.of(reader.countyId), meeting.id, this.#clock.today());
    const mine = unitsOf(actor);
    if (!(await this.#may(reader, actor, 'meeting:read', meeting.townshipId)) && !units.some(unit => mine.includes(unit.organisationId)))
      throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return { meeting, units, convenes: await this.#may(reader, actor, 'meeting:convene', meeting.townshipId) };
  }

  async #may(reader: Reader, actor: Actor, permission: Permission, areaId: Id): Promise<boolean> {
    return may(actor, permission, { countyId: reader.countyId, areaPath: await this.#places.pathOf(reader, areaId) });
  }
}

/** Whether somebody is a person, or stands in for them. */
export const isOrActsFor = (actor: Actor, personId: Id): boolean => standsFor(actor).includes(personId);

export const refOf = (meetingId: Id, state: MeetingState, version: number): MeetingRef => ({ meetingId, state, version });
