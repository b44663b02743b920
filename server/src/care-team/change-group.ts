import type { Done } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import type { GroupMemberBody } from '@guanhu/shared/care-team/groups.contract';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Departures, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Grounds } from './grounds.ts';
import { endMember, insertMember, lockMembers, writeOffice } from './group.store.ts';

/** How far ahead a membership may be entered, days. */
const MOST_AHEAD = 366;

/** The social affairs office keeps the rosters of the groups. A membership gives nobody access to anything. */
@Injectable()
export class ChangeGroup {
  readonly #grounds: Grounds;
  readonly #departures: Departures;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(grounds: Grounds, departures: Departures, places: Places, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#grounds = grounds;
    this.#departures = departures;
    this.#places = places;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS for an area of somebody else or an office that is not there */
  async setOffice(tx: Tx, actor: Actor, areaId: Id, organisationId: Id | null): Promise<Done> {
    await this.#grounds.requireIn(tx, actor, 'group:write', areaId);
    const { rows } = await this.#places.organisations(tx);
    if (organisationId !== null && !rows.some(one => one.organisationId === organisationId)) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await writeOffice(tx, areaId, organisationId);
    await this.#audit.deed(tx, {
      actor,
      act: 'care-team:group-office-set',
      objectKind: 'group',
      objectId: areaId,
      facts: { organisationId },
    });
    return { done: true };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, GROUP_MEMBER_ALREADY, GROUP_HAS_LEAD, TEAM_DAY_OUT_OF_RANGE */
  async add(tx: Tx, actor: Actor, areaId: Id, { memberId, personId, role, duty, since }: GroupMemberBody): Promise<Done> {
    await this.#grounds.requireIn(tx, actor, 'group:write', areaId);
    await this.#departures.requirePresent(tx, personId);
    if (since > addDays(this.#clock.today(), MOST_AHEAD)) throw new Refusal('TEAM_DAY_OUT_OF_RANGE');
    const there = await lockMembers(tx, areaId, since);
    if (there.some(member => member.personId === personId)) throw new Refusal('GROUP_MEMBER_ALREADY');
    if (role === 'lead' && there.some(member => member.role === 'lead')) throw new Refusal('GROUP_HAS_LEAD');
    const vault = await this.#vaults.of(tx.countyId);
    if (!(await insertMember(tx, vault, { id: memberId, areaId, personId, role, duty, since })))
      throw new Refusal('INPUT_INVALID', ['body.memberId']);
    await this.#audit.deed(tx, {
      actor,
      act: 'care-team:group-joined',
      objectKind: 'group',
      objectId: areaId,
      facts: { personId, role, since },
    });
    return { done: true };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, TEAM_DAY_OUT_OF_RANGE for a day before the membership began */
  async end(tx: Tx, actor: Actor, { areaId, memberId }: { areaId: Id; memberId: Id }, lastDay: CalendarDate): Promise<Done> {
    await this.#grounds.requireIn(tx, actor, 'group:write', areaId);
    const member = (await lockMembers(tx, areaId, this.#clock.today())).find(one => one.id === memberId);
    if (!member) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (lastDay < addDays(member.since, -1) || lastDay > addDays(this.#clock.today(), MOST_AHEAD))
      throw new Refusal('TEAM_DAY_OUT_OF_RANGE');
    await endMember(tx, memberId, lastDay);
    await this.#audit.deed(tx, {
      actor,
      act: 'care-team:group-left',
      objectKind: 'group',
      objectId: areaId,
      facts: { personId: member.personId, lastDay },
    });
    return { done: true };
  }
}
