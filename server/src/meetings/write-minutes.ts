import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { meetingPeriod } from '@guanhu/shared/meetings/meeting-cycle.rules';
import { decideDecisions, decideDraft, decideSend } from '@guanhu/shared/meetings/meeting-life.rules';
import type { MeetingRef, WriteMinutesBody } from '@guanhu/shared/meetings/meetings.contract';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Policies } from '../policy/policy.public.ts';
import { moveMeeting, writeAttendance, type UnitRow } from './meeting.store.ts';
import { Meetings, refOf } from './meetings.ts';
import { insertText } from './minutes.store.ts';
import { TellUnits } from './tell-units.ts';

/** The office writes down who was there and what was decided, as often as it takes, and sends it round. */
@Injectable()
export class WriteMinutes {
  readonly #meetings: Meetings;
  readonly #tell: TellUnits;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(meetings: Meetings, tell: TellUnits, agenda: Agenda, policies: Policies, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#meetings = meetings;
    this.#tell = tell;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, MEETING_MOVE_NOT_ALLOWED, MEETING_NOT_HELD, MEETING_UNITS_WRONG, DECISION_NEEDS_OWNER, DECISION_DAY_WRONG */
  async write(tx: Tx, actor: Actor, meetingId: Id, { version, attendance, ...content }: WriteMinutesBody): Promise<MeetingRef> {
    const { meeting, units } = await this.#meetings.mine(tx, actor, meetingId, version);
    unwrap(decideDraft(meeting, this.#clock.today()));
    unwrap(decideDecisions(meeting.on, content.decisions));
    requireEveryUnit(units, attendance);
    await this.#meetings.requireOwners(
      tx,
      meeting.townshipId,
      content.decisions.map(one => one.ownerId),
    );
    const vault = await this.#vaults.of(tx.countyId);
    const [textId, writtenAt] = [newId(), this.#clock.now()];
    await writeAttendance(tx, vault, meetingId, attendance);
    await insertText(tx, vault, meetingId, { id: textId, content, writtenBy: actor.personId, writtenAt });
    const next = await moveMeeting(tx, vault, meetingId, { state: 'drafting', textId });
    if (meeting.kind === 'regular') await this.#wasHeld(tx, actor, meeting);
    const facts = { textId, attended: attendance.filter(one => one.attended).length, decisions: content.decisions.length };
    await this.#audit.deed(tx, { actor, act: 'meetings:minutes-written', objectKind: 'meeting', objectId: meetingId, facts });
    return refOf(meetingId, 'drafting', next);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, MEETING_MOVE_NOT_ALLOWED */
  async send(tx: Tx, actor: Actor, meetingId: Id, version: number): Promise<MeetingRef> {
    const { meeting, units } = await this.#meetings.mine(tx, actor, meetingId, version);
    unwrap(decideSend(meeting.state, meeting.textId !== null));
    const next = await moveMeeting(tx, await this.#vaults.of(tx.countyId), meetingId, {
      state: 'countersigning',
      sentAt: this.#clock.now(),
    });
    const { textId } = meeting;
    if (textId !== null) await this.#tell.run(tx, actor, { meetingId, textId, units: units.map(one => one.organisationId) });
    const facts = { textId };
    await this.#audit.deed(tx, { actor, act: 'meetings:minutes-sent', objectKind: 'meeting', objectId: meetingId, facts });
    return refOf(meetingId, 'countersigning', next);
  }

  /** The reminder of the period in which it was held is done, and with it those of earlier periods without one: they are not held any more. */
  async #wasHeld(tx: Tx, actor: Actor, { townshipId, on }: { townshipId: Id; on: Parameters<typeof meetingPeriod>[0] }): Promise<void> {
    const policy = await this.#policies.inForce(tx, 'meeting', on, { townshipId });
    await this.#agenda.finishNamed(tx, { kind: 'meetingDue', causeId: townshipId, upTo: meetingPeriod(on, policy).to, by: actor.personId });
  }
}

/** Of every unit that was invited it is said once whether it came, and of no other. */
function requireEveryUnit(units: readonly UnitRow[], attendance: WriteMinutesBody['attendance']): void {
  const said = attendance.map(one => one.organisationId);
  if (said.length !== units.length || !units.every(unit => said.includes(unit.organisationId))) throw new Refusal('MEETING_UNITS_WRONG');
}
