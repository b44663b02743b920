import { rolesWith } from '@guanhu/shared/access/permissions.rules';
import type { Actor } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type {
  CloseLegalMatterBody,
  LegalMatterRef,
  NoteLegalMatterBody,
  PassLegalMatterBody,
  RecordLegalMatterBody,
} from '@guanhu/shared/law/legal-matter.contract';
import { decideDueOn, decideOutcome, decideRecord, decideWork, needsSubject } from '@guanhu/shared/law/legal-matter.rules';
import type { LegalAct, LegalState } from '@guanhu/shared/law/legal-matter.terms';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { insertMatter, insertStep, moveMatter, passMatters } from './legal-matter.store.ts';
import { LegalMatters } from './legal-matters.ts';

/** A conflict or a referral is written down, worked on, passed on and closed; whoever sees to it has a task until the day. */
@Injectable()
export class KeepLegalMatter {
  readonly #matters: LegalMatters;
  readonly #people: People;
  readonly #agenda: Agenda;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(matters: LegalMatters, people: People, agenda: Agenda, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#matters = matters;
    this.#people = people;
    this.#agenda = agenda;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, LEGAL_NEEDS_PATIENT, LEGAL_DAY_WRONG, LEGAL_OWNER_WRONG, INPUT_INVALID */
  async record(tx: Tx, actor: Actor, { matterId, words, ...body }: RecordLegalMatterBody): Promise<LegalMatterRef> {
    const { patientId, areaId, kind, subject, ownerId, foundOn } = body;
    if ((patientId === null) === (areaId === null)) throw new Refusal('INPUT_INVALID', ['body.areaId']);
    if (needsSubject(kind) !== (subject !== null)) throw new Refusal('INPUT_INVALID', ['body.subject']);
    const areaPath = await this.#matters.requireAbout(tx, actor, 'legal:write', body);
    const dueOn = unwrap(decideRecord({ kind, ofPatient: patientId !== null, foundOn, dueOn: body.dueOn }, this.#clock.today()));
    await this.#requireOwner(tx, ownerId, patientId, areaPath);
    const matter = { ...body, id: matterId, dueOn, recordedBy: actor.personId, now: this.#clock.now() };
    if (!(await insertMatter(tx, matter))) throw new Refusal('INPUT_INVALID', ['body.matterId']);
    await this.#agenda.openNamed(tx, { kind: 'legalMatter', causeId: matterId, assigneeId: ownerId, dueOn });
    return this.#written(tx, actor, { id: matterId, patientId, state: 'open', version: 1 }, 'recorded', words);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, LEGAL_MATTER_CLOSED, STALE */
  async note(tx: Tx, actor: Actor, id: Id, { version, act, words }: NoteLegalMatterBody): Promise<LegalMatterRef> {
    const { patientId, state: from } = await this.#matters.require(tx, actor, 'legal:write', id);
    const state = unwrap(decideWork(from));
    const next = unstale(await moveMatter(tx, { id, version }, { state }));
    return this.#written(tx, actor, { id, patientId, state, version: next }, act, words);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, LEGAL_MATTER_CLOSED, LEGAL_DAY_WRONG, LEGAL_OWNER_WRONG, STALE */
  async pass(tx: Tx, actor: Actor, id: Id, { version, words, ...to }: PassLegalMatterBody): Promise<LegalMatterRef> {
    const { patientId, areaPath, state: from } = await this.#matters.require(tx, actor, 'legal:write', id);
    const state = unwrap(decideWork(from));
    const dueOn: CalendarDate = unwrap(decideDueOn(to.dueOn, this.#clock.today()));
    await this.#requireOwner(tx, to.ownerId, patientId, areaPath);
    const next = unstale(await moveMatter(tx, { id, version }, { state, ownerId: to.ownerId, dueOn }));
    // What was asked of the one before is done by passing it on.
    await this.#agenda.finishNamed(tx, { kind: 'legalMatter', causeId: id, by: actor.personId });
    await this.#agenda.openNamed(tx, { kind: 'legalMatter', causeId: id, part: String(next), assigneeId: to.ownerId, dueOn });
    return this.#written(tx, actor, { id, patientId, state, version: next }, 'passed', words);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, LEGAL_MATTER_CLOSED, LEGAL_OUTCOME_WRONG, STALE */
  async close(tx: Tx, actor: Actor, id: Id, { version, outcome, words }: CloseLegalMatterBody): Promise<LegalMatterRef> {
    const { patientId, kind, state: from } = await this.#matters.require(tx, actor, 'legal:write', id);
    const to = { state: 'closed', outcome: unwrap(decideOutcome(from, kind, outcome)) } as const;
    const next = unstale(await moveMatter(tx, { id, version }, to));
    await this.#agenda.finishNamed(tx, { kind: 'legalMatter', causeId: id, by: actor.personId });
    return this.#written(tx, actor, { id, patientId, state: to.state, version: next }, 'closed', words);
  }

  /** Whoever leaves hands what waits for them to the successor. */
  async handOn(tx: Tx, { personId, successorId }: { personId: Id; successorId: Id | null }): Promise<void> {
    if (successorId === null) return;
    for (const causeId of await passMatters(tx, { from: personId, to: successorId }))
      await this.#agenda.giveNamed(tx, { kind: 'legalMatter', causeId, assigneeId: successorId });
  }

  /** Somebody who may see to it there, and is not of the family. */
  async #requireOwner(tx: Tx, ownerId: Id, patientId: Id | null, areaPath: readonly Id[]): Promise<void> {
    const holders = await this.#people.holders(tx, rolesWith('legal:write'), areaPath);
    const kin = patientId === null ? new Set() : await this.#agenda.kin(tx, [ownerId], [patientId]);
    if (kin.size > 0 || !holders.some(one => one.personId === ownerId)) throw new Refusal('LEGAL_OWNER_WRONG');
  }

  async #written(
    tx: Tx,
    actor: Actor,
    { id, patientId, state, version }: { id: Id; patientId: Id | null; state: LegalState; version: number },
    act: LegalAct,
    words: string,
  ): Promise<LegalMatterRef> {
    await insertStep(tx, await this.#vaults.of(tx.countyId), id, { act, personId: actor.personId, words, at: this.#clock.now() });
    await this.#audit.deed(tx, {
      actor,
      act: `legal-matters:${act}`,
      objectKind: 'legal-matter',
      objectId: id,
      ...(patientId === null ? {} : { patientId }),
    });
    return { matterId: id, state, version };
  }
}

function unstale(version: number | undefined): number {
  if (version === undefined) throw new Refusal('STALE');
  return version;
}
