import type { Actor } from '@guanhu/shared/access/access.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideCancel } from '@guanhu/shared/meetings/meeting-life.rules';
import type { CancelMeetingBody, MeetingRef, PlanMeetingBody } from '@guanhu/shared/meetings/meetings.contract';
import { Injectable } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { insertMeeting, moveMeeting } from './meeting.store.ts';
import { Meetings, refOf } from './meetings.ts';

/** A meeting that is older or further away was mistyped. */
const MOST_DAYS = 366;

/** The office calls a meeting of all member units or of some, and calls it off. */
@Injectable()
export class PlanMeeting {
  readonly #meetings: Meetings;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(meetings: Meetings, places: Places, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#meetings = meetings;
    this.#places = places;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, MEETING_DAY_WRONG, MEETING_UNITS_WRONG, INPUT_INVALID when the id is taken */
  async plan(tx: Tx, actor: Actor, { meetingId, units, agenda, ...body }: PlanMeetingBody): Promise<MeetingRef> {
    await this.#meetings.requireTownship(tx, actor, 'meeting:convene', body.townshipId);
    const today = this.#clock.today();
    if (body.on < addDays(today, -MOST_DAYS) || body.on > addDays(today, MOST_DAYS)) throw new Refusal('MEETING_DAY_WRONG');
    await this.#requireUnits(tx, body.townshipId, units);
    const vault = await this.#vaults.of(tx.countyId);
    const meeting = { ...body, id: meetingId, units, agenda, by: actor.personId, now: this.#clock.now() };
    if (!(await insertMeeting(tx, vault, meeting))) throw new Refusal('INPUT_INVALID', ['body.meetingId']);
    const facts = { townshipId: body.townshipId, kind: body.kind, on: body.on, units: units.length };
    await this.#audit.deed(tx, { actor, act: 'meetings:planned', objectKind: 'meeting', objectId: meetingId, facts });
    return refOf(meetingId, 'planned', 1);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, MEETING_MOVE_NOT_ALLOWED */
  async cancel(tx: Tx, actor: Actor, meetingId: Id, { version, reason }: CancelMeetingBody): Promise<MeetingRef> {
    const { meeting } = await this.#meetings.mine(tx, actor, meetingId, version);
    unwrap(decideCancel(meeting.state));
    const vault = await this.#vaults.of(tx.countyId);
    const next = await moveMeeting(tx, vault, meetingId, { state: 'cancelled', cancelReason: reason });
    await this.#audit.deed(tx, { actor, act: 'meetings:cancelled', objectKind: 'meeting', objectId: meetingId });
    return refOf(meetingId, 'cancelled', next);
  }

  /** Offices of the township, its villages and the county, each once. */
  async #requireUnits(tx: Tx, townshipId: Id, units: readonly Id[]): Promise<void> {
    const around = [...(await this.#places.pathOf(tx, townshipId)), ...(await this.#places.within(tx, [townshipId]))];
    const known = (await this.#places.organisations(tx)).rows.filter(one => around.includes(one.areaId)).map(one => one.organisationId);
    if (new Set(units).size !== units.length || !units.every(unit => known.includes(unit))) throw new Refusal('MEETING_UNITS_WRONG');
  }
}
