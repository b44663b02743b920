import type { Actor } from '@guanhu/shared/access/access.terms';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideIssue } from '@guanhu/shared/meetings/meeting-life.rules';
import type { MeetingRef } from '@guanhu/shared/meetings/meetings.contract';
import { canonicalMinutes, minutesNumber, minutesText, type MinutesText } from '@guanhu/shared/meetings/minutes-text.rules';
import { Injectable } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { textDigests } from '../platform/crypto/text-digests.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { insertDecisions } from './decision.store.ts';
import { moveMeeting, nextSerial, type MeetingRow, type UnitRow } from './meeting.store.ts';
import { Meetings, refOf } from './meetings.ts';
import { insertIssue, readStands, readText, type MinutesContent } from './minutes.store.ts';

/** Minutes that everybody has agreed to get their number and their digests, and what they decide becomes somebody’s task. */
@Injectable()
export class IssueMinutes {
  readonly #meetings: Meetings;
  readonly #people: People;
  readonly #places: Places;
  readonly #agenda: Agenda;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(meetings: Meetings, people: People, places: Places, agenda: Agenda, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#meetings = meetings;
    this.#people = people;
    this.#places = places;
    this.#agenda = agenda;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, MEETING_MOVE_NOT_ALLOWED, COUNTERSIGN_MISSING */
  async run(tx: Tx, actor: Actor, meetingId: Id, version: number): Promise<MeetingRef> {
    const { meeting, units } = await this.#meetings.mine(tx, actor, meetingId, version);
    const vault = await this.#vaults.of(tx.countyId);
    const given = (await readStands(tx, vault, meetingId)).filter(one => one.textId === meeting.textId);
    const stands = units.map(unit => ({ stand: given.find(one => one.organisationId === unit.organisationId)?.stand ?? null }));
    unwrap(decideIssue(meeting.state, stands));
    const draft = meeting.textId === null ? undefined : await readText(tx, vault, meeting.textId);
    if (!draft) throw new Refusal('MEETING_MOVE_NOT_ALLOWED');
    const { content } = draft;

    const issuedAt = this.#clock.now();
    const year = Number(dayOf(issuedAt).slice(0, 4));
    const townshipName = (await this.#places.areas(tx)).rows.find(area => area.areaId === meeting.townshipId)?.name ?? '';
    const serial = await nextSerial(tx, meeting.townshipId, year);
    const number = minutesNumber(townshipName, year, serial);
    const text = await this.#text(tx, meeting, units, content, { number, townshipName, issuedOn: dayOf(issuedAt) });
    const { sha256: contentSha256, sm3: contentSm3 } = textDigests(canonicalMinutes(text));
    await insertIssue(tx, vault, {
      id: meetingId,
      townshipId: meeting.townshipId,
      year,
      serial,
      number,
      textId: draft.id,
      text,
      contentSha256,
      contentSm3,
      issuedBy: actor.personId,
      issuedAt,
    });
    const decided = content.decisions.map(({ what, ownerId, dueOn }) => ({
      id: newId(),
      meetingId,
      townshipId: meeting.townshipId,
      what,
      ownerId,
      dueOn,
    }));
    await insertDecisions(tx, vault, decided);
    for (const { id, ownerId, dueOn } of decided)
      await this.#agenda.openNamed(tx, { kind: 'meetingDecision', causeId: id, assigneeId: ownerId, dueOn });
    const next = await moveMeeting(tx, vault, meetingId, { state: 'issued' });
    const facts = { number, textId: draft.id, contentSha256, contentSm3, decisions: decided.length };
    await this.#audit.deed(tx, { actor, act: 'meetings:minutes-issued', objectKind: 'meeting', objectId: meetingId, facts });
    return refOf(meetingId, 'issued', next);
  }

  async #text(
    tx: Tx,
    { kind, on, place }: MeetingRow,
    units: readonly UnitRow[],
    { summary, topics, decisions }: MinutesContent,
    head: Pick<Parameters<typeof minutesText>[0], 'number' | 'townshipName' | 'issuedOn'>,
  ): Promise<MinutesText> {
    const owners = await this.#people.contacts(
      tx,
      decisions.map(one => one.ownerId),
    );
    return minutesText({
      ...head,
      kind,
      on,
      place,
      units: units.map(({ name, attended, who }) => ({ name, attended: attended === true, who })),
      summary,
      topics,
      decisions: decisions.map(({ what, ownerId, dueOn }) => ({ what, ownerName: owners.get(ownerId)?.name ?? '', dueOn })),
    });
  }
}
