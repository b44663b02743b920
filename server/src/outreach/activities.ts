import type { Actor } from '@guanhu/shared/access/access.terms';
import { may, type Permission } from '@guanhu/shared/access/permissions.rules';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { meetingPeriod } from '@guanhu/shared/meetings/meeting-cycle.rules';
import type { ActivitiesPage, Activity, ActivityRef, LogActivityBody } from '@guanhu/shared/outreach/activity.contract';
import { decideActivityDay } from '@guanhu/shared/outreach/activity.rules';
import type { ActivityKind } from '@guanhu/shared/outreach/activity.terms';
import { inTownship } from '@guanhu/shared/policy/policy-in-force.rules';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies } from '../policy/policy.public.ts';
import * as store from './activity.store.ts';

type Query = {
  readonly kind?: ActivityKind | undefined;
  readonly townshipId?: Id | undefined;
  readonly after?: Id | undefined;
  readonly limit: number;
};

/** What is held for the public, for those who work here and for families: written down, with photographs without patients. */
@Injectable()
export class Activities {
  readonly #database: Database;
  readonly #access: Access;
  readonly #people: People;
  readonly #places: Places;
  readonly #policies: Policies;
  readonly #agenda: Agenda;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    people: People,
    places: Places,
    policies: Policies,
    agenda: Agenda,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#people = people;
    this.#places = places;
    this.#policies = policies;
    this.#agenda = agenda;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, { kind, townshipId, after, limit }: Query): Promise<ActivitiesPage> {
    const county = this.#database.county(actor.countyId);
    const rows = await store.readActivities(county, await this.#vaults.of(county.countyId), {
      areas: this.#access.scope(actor, 'outreach:read').areas,
      drillAreas: this.#access.scope(actor, 'drill:read').areas,
      kind: kind ?? null,
      townshipId: townshipId ?? null,
      before: after ?? null,
      limit: limit + 1,
    });
    const { shown, last } = pageOf(rows, limit);
    return { rows: shown.map(({ id, ...row }) => ({ activityId: id, ...rowOf(row), photos: row.photos })), next: last?.id ?? null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async one(actor: Actor, activityId: Id): Promise<Activity> {
    const county = this.#database.county(actor.countyId);
    const row = await this.require(county, actor, 'outreach:read', activityId);
    const photos = await store.readPhotos(county, activityId);
    const people = await this.#people.contacts(county, [row.loggedBy]);
    return {
      activityId,
      ...rowOf(row),
      findings: row.findings,
      organiser: row.organiser,
      loggedBy: people.get(row.loggedBy)?.name ?? '',
      photos: photos.map(photo => ({ ...photo, at: photo.at.toISOString() })),
      mayWrite: may(actor, 'outreach:write', { countyId: county.countyId, areaPath: row.areaPath }),
    };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, ACTIVITY_DAY_WRONG, INPUT_INVALID when the id is taken */
  async log(tx: Tx, actor: Actor, { activityId, ...body }: LogActivityBody): Promise<ActivityRef> {
    const areaPath = await this.#places.pathOf(tx, body.areaId);
    this.#access.require(actor, 'outreach:write', { countyId: tx.countyId, areaPath });
    unwrap(decideActivityDay(body.on, this.#clock.today()));
    const activity = { ...body, id: activityId, loggedBy: actor.personId, now: this.#clock.now() };
    if (!(await store.insertActivity(tx, await this.#vaults.of(tx.countyId), activity)))
      throw new Refusal('INPUT_INVALID', ['body.activityId']);
    await this.#guided(tx, actor, areaPath, body);
    const facts = { kind: body.kind, on: body.on, attendees: body.attendees };
    await this.#audit.deed(tx, { actor, act: 'outreach:logged', objectKind: 'activity', objectId: activityId, facts });
    return { activityId };
  }

  /** What was held in a part of the year does away with the task that asks for it, and with those of earlier parts without one. */
  async #guided(
    tx: Tx,
    { personId: by }: Actor,
    [, causeId]: readonly Id[],
    { kind, on }: Pick<LogActivityBody, 'kind' | 'on'>,
  ): Promise<void> {
    if (kind !== 'guidance' || causeId === undefined) return;
    const { policy } = inTownship(await this.#policies.spread(tx, 'guidance', this.#clock.today()), causeId);
    await this.#agenda.finishNamed(tx, { kind: 'guidance', causeId, upTo: meetingPeriod(calendarDate(on), policy).to, by });
  }

  /** An activity, or a drill whose reader may read drills. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async require(reader: Reader, actor: Actor, permission: Permission, activityId: Id): Promise<store.ActivityRow> {
    const row = await this.find(reader, activityId);
    const ties = { countyId: reader.countyId, areaPath: row?.areaPath ?? [] };
    this.#access.require(actor, permission, ties);
    if (row?.kind === 'drill') this.#access.require(actor, 'drill:read', ties);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return row;
  }

  /** For rooms that rest on one; permission has been asked by whoever calls. */
  async find(reader: Reader, activityId: Id): Promise<store.ActivityRow | undefined> {
    return store.readActivity(reader, await this.#vaults.of(reader.countyId), activityId);
  }
}

const rowOf = ({ kind, areaName, on, what, attendees }: Pick<store.ActivityRow, 'kind' | 'areaName' | 'on' | 'what' | 'attendees'>) => ({
  kind,
  areaName,
  on,
  what,
  attendees,
});
