import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type {
  EndBody,
  JoinProgrammeBody,
  LeaveProgrammeBody,
  LogSessionBody,
  OpenProgrammeBody,
  RehabRef,
} from '@guanhu/shared/rehabilitation/rehabilitation.contract';
import { decideDuring, decideEnd, decideOrigin } from '@guanhu/shared/rehabilitation/rehabilitation.rules';
import { REHAB_ENDS } from '@guanhu/shared/rehabilitation/rehabilitation.terms';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { CommunityReferrals } from '../visits/visits.public.ts';
import * as store from './programme.store.ts';

/** Programmes begin and end, people come into them and leave, and what is held is written down with who came. */
@Injectable()
export class KeepProgramme {
  readonly #access: Access;
  readonly #places: Places;
  readonly #teams: Teams;
  readonly #referrals: CommunityReferrals;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(access: Access, places: Places, teams: Teams, referrals: CommunityReferrals, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#access = access;
    this.#places = places;
    this.#teams = teams;
    this.#referrals = referrals;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, REHAB_DAY_WRONG, INPUT_INVALID when the id is taken */
  async open(tx: Tx, actor: Actor, { programmeId: id, ...body }: OpenProgrammeBody): Promise<RehabRef> {
    const areaPath = await this.#places.pathOf(tx, body.areaId);
    this.#access.require(actor, 'rehab:write', { countyId: tx.countyId, areaPath });
    if (body.since > this.#clock.today()) throw new Refusal('REHAB_DAY_WRONG');
    const programme = { ...body, id, by: actor.personId };
    if (!(await store.insertProgramme(tx, await this.#vaults.of(tx.countyId), programme)))
      throw new Refusal('INPUT_INVALID', ['body.programmeId']);
    return this.#done(tx, actor, 'programme-opened', id);
  }

  /** With it ends the part of everybody in it. @throws Refusal NOT_FOUND_OR_NO_ACCESS, REHAB_ENDED, REHAB_DAY_WRONG, STALE */
  async end(tx: Tx, actor: Actor, id: Id, { version, lastOn }: EndBody): Promise<RehabRef> {
    const programme = await this.#mine(tx, actor, id);
    unwrap(decideEnd(programme, lastOn, this.#clock.today()));
    const referred = await store.endProgrammeRow(tx, { id, version, lastOn });
    if (!referred) throw new Refusal('STALE');
    await this.#referrals.tellBack(
      tx,
      actor,
      referred.map(referralId => ({ referralId, note: REHAB_ENDS.over })),
    );
    return this.#done(tx, actor, 'programme-ended', id);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, REHAB_DAY_WRONG, REHAB_JOINED_ALREADY, REHAB_REFERRAL_ORIGIN and those of the referral */
  async join(tx: Tx, actor: Actor, patientId: Id, { participantId: id, referralId, ...body }: JoinProgrammeBody): Promise<RehabRef> {
    const { areaPath } = await this.#teams.requireFor(tx, actor, 'rehab:write', patientId);
    const programme = await this.#held(tx, body.programmeId);
    // A programme of the patient's own village or township is open to them; another's only through whoever holds it.
    if (!areaPath.includes(programme.areaPath.at(-1) ?? '')) this.#requireOver(tx, actor, programme);
    // What is over takes nobody in any more, not even for a day that was still in it.
    if (programme.until !== null) throw new Refusal('REHAB_DAY_WRONG');
    unwrap(decideDuring(programme, body.since, this.#clock.today()));
    unwrap(decideOrigin(body.origin, referralId));
    if (referralId !== undefined) await this.#referrals.takeIn(tx, actor, { referralId, patientId });
    const part = { ...body, id, patientId, referralId: referralId ?? null, by: actor.personId };
    if (!(await store.insertParticipant(tx, part))) throw new Refusal('REHAB_JOINED_ALREADY');
    return this.#done(tx, actor, 'joined', id, patientId);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, REHAB_ENDED, REHAB_DAY_WRONG, STALE */
  async leave(tx: Tx, actor: Actor, id: Id, { version, lastOn, end }: LeaveProgrammeBody): Promise<RehabRef> {
    const participant = await store.readParticipant(tx, id);
    if (!participant) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(tx, actor, 'rehab:write', participant.patientId);
    await store.lockProgramme(tx, participant.programmeId);
    unwrap(decideEnd(participant, lastOn, this.#clock.today()));
    if (!(await store.endParticipant(tx, { id, version, lastOn, end }))) throw new Refusal('STALE');
    const { referralId } = participant;
    if (referralId !== null) await this.#referrals.tellBack(tx, actor, [{ referralId, note: REHAB_ENDS[end] }]);
    return this.#done(tx, actor, 'left', id, participant.patientId);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, REHAB_DAY_WRONG, REHAB_NOT_TAKING_PART, INPUT_INVALID when the id is taken */
  async session(tx: Tx, actor: Actor, programmeId: Id, { sessionId, on, what, present }: LogSessionBody): Promise<RehabRef> {
    const programme = await this.#mine(tx, actor, programmeId);
    unwrap(decideDuring(programme, on, this.#clock.today()));
    const session = { id: sessionId, programmeId, on, what, by: actor.personId, now: this.#clock.now() };
    if (!(await store.insertSession(tx, await this.#vaults.of(tx.countyId), session)))
      throw new Refusal('INPUT_INVALID', ['body.sessionId']);
    if ((await store.insertPresence(tx, session, present)).length !== present.length) throw new Refusal('REHAB_NOT_TAKING_PART');
    return this.#done(tx, actor, 'session-held', sessionId);
  }

  async #mine(tx: Tx, actor: Actor, id: Id): Promise<store.ProgrammeRow> {
    const programme = await this.#held(tx, id);
    this.#requireOver(tx, actor, programme);
    return programme;
  }

  /** The programme, held against whoever else changes it. */
  async #held(tx: Tx, id: Id): Promise<store.ProgrammeRow> {
    await store.lockProgramme(tx, id);
    const programme = await store.readProgramme(tx, await this.#vaults.of(tx.countyId), id);
    if (!programme) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return programme;
  }

  #requireOver(tx: Tx, actor: Actor, { areaPath }: store.ProgrammeRow): void {
    this.#access.require(actor, 'rehab:write', { countyId: tx.countyId, areaPath });
  }

  async #done(tx: Tx, actor: Actor, act: string, id: Id, patientId: Id | null = null): Promise<RehabRef> {
    await this.#audit.deed(tx, { actor, act: `rehab:${act}`, objectKind: 'rehab', objectId: id, patientId });
    return { id };
  }
}
