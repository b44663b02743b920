import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideCountersign } from '@guanhu/shared/meetings/meeting-life.rules';
import type { CountersignMinutesBody, MeetingRef } from '@guanhu/shared/meetings/meetings.contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { moveMeeting } from './meeting.store.ts';
import { Meetings, refOf, unitsOf } from './meetings.ts';
import { insertStand, readStands } from './minutes.store.ts';

/** A member unit agrees to the minutes or objects to them with its reasons. */
@Injectable()
export class CountersignMinutes {
  readonly #meetings: Meetings;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(meetings: Meetings, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#meetings = meetings;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, MEETING_MOVE_NOT_ALLOWED, COUNTERSIGN_NOT_ON_PAPER, COUNTERSIGNED_ALREADY, OBJECTION_NEEDS_WORDS */
  async run(tx: Tx, actor: Actor, meetingId: Id, body: CountersignMinutesBody): Promise<MeetingRef> {
    const { meeting, units, convenes } = await this.#meetings.held(tx, actor, meetingId);
    const unit = units.find(one => one.organisationId === body.organisationId);
    const onPaper = body.paperSigner !== null;
    if (!unit || (onPaper && !convenes)) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const vault = await this.#vaults.of(tx.countyId);
    const signed = (await readStands(tx, vault, meetingId)).some(
      given => given.textId === meeting.textId && given.organisationId === body.organisationId,
    );
    const ofUnit = unitsOf(actor).includes(body.organisationId);
    const state = unwrap(decideCountersign({ ...body, state: meeting.state, held: unit.held, ofUnit, onPaper, signed }));
    if (body.textId !== meeting.textId) throw new Refusal('STALE');
    const given = { id: newId(), ...body, personId: actor.personId, at: this.#clock.now() };
    if (!(await insertStand(tx, vault, meetingId, given))) throw new Refusal('COUNTERSIGNED_ALREADY');
    const version = await moveMeeting(tx, vault, meetingId, { state });
    const facts = { textId: body.textId, organisationId: body.organisationId, stand: body.stand, onPaper };
    await this.#audit.deed(tx, { actor, act: 'meetings:countersigned', objectKind: 'meeting', objectId: meetingId, facts });
    return refOf(meetingId, state, version);
  }
}
