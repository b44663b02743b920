import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { DecisionsPage, Meeting, MeetingsPage } from '@guanhu/shared/meetings/meetings.contract';
import type { DecisionState, MeetingState } from '@guanhu/shared/meetings/meetings.terms';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { readDecisions, readDecisionsOf } from './decision.store.ts';
import { readMeetings, type MeetingRow, type UnitRow } from './meeting.store.ts';
import { isOrActsFor, Meetings, unitsOf } from './meetings.ts';
import { countTexts, readIssue, readStands, readText, type StandRow } from './minutes.store.ts';

/** Meetings as their reader may see them. */
@Injectable()
export class LookAtMeetings {
  readonly #database: Database;
  readonly #access: Access;
  readonly #meetings: Meetings;
  readonly #people: People;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, meetings: Meetings, people: People, places: Places, vaults: Vaults, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#meetings = meetings;
    this.#people = people;
    this.#places = places;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  async list(
    actor: Actor,
    { state, after, limit }: { state?: MeetingState | undefined; after?: Id | undefined; limit: number },
  ): Promise<MeetingsPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'meeting:read');
    const rows = await readMeetings(county, {
      areas,
      units: unitsOf(actor),
      state: state ?? null,
      before: after ?? null,
      limit: limit + 1,
    });
    const { shown, last } = pageOf(rows, limit);
    return { rows: shown.map(({ id, waits, ...row }) => ({ meetingId: id, ...row, waitsForMe: waits })), next: last?.id ?? null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async one(actor: Actor, meetingId: Id): Promise<Meeting> {
    const county = this.#database.county(actor.countyId);
    const { meeting, units, convenes } = await this.#meetings.readable(county, actor, meetingId);
    const vault = await this.#vaults.of(county.countyId);
    const stands = await readStands(county, vault, meetingId);
    const issue = await readIssue(county, vault, meetingId);
    const names = await this.#people.contacts(county, [...stands.map(one => one.personId), ...(issue ? [issue.issuedBy] : [])]);
    const nameOf = (personId: Id): string => names.get(personId)?.name ?? '';
    const { rows: areas } = await this.#places.areas(county);
    const mine = unitsOf(actor);
    const given = (organisationId: Id) => stands.find(one => one.textId === meeting.textId && one.organisationId === organisationId);
    return {
      ...this.#plain(meeting),
      townshipName: areas.find(area => area.areaId === meeting.townshipId)?.name ?? '',
      units: units.map(unit => ({
        ...unit,
        given: shownStand(given(unit.organisationId), nameOf),
        mine: mine.includes(unit.organisationId),
      })),
      minutes: await this.#minutes(county, meeting),
      objections: stands
        .filter(one => one.stand === 'object')
        .map(one => ({ unitName: unitName(units, one), words: one.words ?? '', by: nameOf(one.personId), at: one.at.toISOString() })),
      drafts: await countTexts(county, meetingId),
      issued: issue
        ? {
            number: issue.number,
            contentSha256: issue.contentSha256,
            contentSm3: issue.contentSm3,
            at: issue.issuedAt.toISOString(),
            by: nameOf(issue.issuedBy),
          }
        : null,
      convenes,
    };
  }

  /** What was decided in the reader’s townships, and what the reader is to carry out wherever it was decided. */
  async decisions(
    actor: Actor,
    { state, mine, after, limit }: { state?: DecisionState | undefined; mine?: 'yes' | undefined; after?: Id | undefined; limit: number },
  ): Promise<DecisionsPage> {
    const county = this.#database.county(actor.countyId);
    const areas = mine === 'yes' ? [] : this.#access.scope(actor, 'meeting:read').areas;
    const asked = { areas, persons: standsFor(actor), state: state ?? null, before: after ?? null, limit: limit + 1 };
    const rows = await readDecisions(county, await this.#vaults.of(county.countyId), asked);
    const { shown, last } = pageOf(rows, limit);
    const owners = await this.#people.contacts(
      county,
      shown.map(row => row.ownerId),
    );
    const today = this.#clock.today();
    return {
      rows: shown.map(({ id, townshipId: _, ownerId, doneAt, ...row }) => ({
        decisionId: id,
        ...row,
        ownerName: owners.get(ownerId)?.name ?? '',
        mine: isOrActsFor(actor, ownerId),
        late: row.state === 'open' && row.dueOn < today,
        doneAt: doneAt?.toISOString() ?? null,
      })),
      next: last?.id ?? null,
    };
  }

  #plain({ id, townshipId, kind, state, on, place, agenda, cancelReason, version }: MeetingRow) {
    return { meetingId: id, townshipId, kind, state, on, place, agenda: [...agenda], cancelReason, version };
  }

  async #minutes(reader: Reader, { id, textId }: MeetingRow): Promise<Meeting['minutes']> {
    const vault = await this.#vaults.of(reader.countyId);
    const text = textId === null ? undefined : await readText(reader, vault, textId);
    if (!text) return null;
    const tracked = await readDecisionsOf(reader, vault, id);
    const { summary, topics } = text.content;
    const decisions = tracked.length > 0 ? tracked : text.content.decisions.map(one => ({ ...one, state: null }));
    const names = await this.#people.contacts(reader, [text.writtenBy, ...decisions.map(one => one.ownerId)]);
    return {
      textId: text.id,
      summary,
      topics: [...topics],
      decisions: decisions.map(({ what, ownerId, dueOn, state }) => ({
        what,
        ownerId,
        ownerName: names.get(ownerId)?.name ?? '',
        dueOn,
        state,
      })),
      writtenBy: names.get(text.writtenBy)?.name ?? '',
      at: text.writtenAt.toISOString(),
    };
  }
}

const unitName = (units: readonly UnitRow[], { organisationId }: StandRow): string =>
  units.find(unit => unit.organisationId === organisationId)?.name ?? '';

const shownStand = (given: StandRow | undefined, nameOf: (personId: Id) => string): Meeting['units'][number]['given'] =>
  given
    ? {
        stand: given.stand,
        words: given.words,
        by: given.paperSigner ?? nameOf(given.personId),
        onPaper: given.paperSigner !== null,
        at: given.at.toISOString(),
      }
    : null;
