import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ScreeningPolicy } from '@guanhu/shared/policy/policy.terms';
import type { CluePerson, ClueRef } from '@guanhu/shared/screening/clue.contract';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { describedPerson } from '../registry/registry.public.ts';
import { lockClue, readClueRow, stepClue, type ClueRow, type ClueStep } from './clue.store.ts';

/** Clues as every step needs them: found, permitted, moved on and noted. */
@Injectable()
export class Clues {
  readonly #access: Access;
  readonly #places: Places;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(access: Access, places: Places, policies: Policies, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#access = access;
    this.#places = places;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The way to a place in which the actor may do this. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async requireIn(reader: Reader, actor: Actor, permission: Permission, areaId: Id): Promise<readonly Id[]> {
    const areaPath = await this.#places.pathOf(reader, areaId);
    this.#access.require(actor, permission, { countyId: reader.countyId, areaPath });
    return areaPath;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async find(reader: Reader, actor: Actor, permission: Permission, clueId: Id): Promise<ClueRow> {
    return this.#permitted(reader, actor, permission, await readClueRow(reader, await this.#vaults.of(reader.countyId), clueId));
  }

  /** For a step of it. @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE */
  async lock(tx: Tx, actor: Actor, permission: Permission, { clueId, version }: { clueId: Id; version: number }): Promise<ClueRow> {
    const clue = this.#permitted(tx, actor, permission, await lockClue(tx, await this.#vaults.of(tx.countyId), clueId));
    if (clue.version !== version) throw new Refusal('STALE');
    return clue;
  }

  /** How long steps take where this place is. */
  policyIn(reader: Reader, [, townshipId]: readonly Id[]): Promise<ScreeningPolicy> {
    return this.#policies.inForce(reader, 'screening', this.#clock.today(), townshipId === undefined ? 'county' : { townshipId });
  }

  /** The person as the search for files wants them. @throws Refusal CLUE_NOT_DESCRIBED, FILE_NOT_RIGHT */
  described(person: CluePerson | null | undefined): ReturnType<typeof describedPerson> {
    if (!person) throw new Refusal('CLUE_NOT_DESCRIBED');
    return describedPerson(person, this.#clock.today());
  }

  /** Takes a step that the rules allow, and writes down who took it. */
  async step(
    tx: Tx,
    actor: Actor,
    clue: ClueRow,
    act: string,
    step: Omit<ClueStep, 'id' | 'by' | 'now' | 'dueOn'> & Partial<Pick<ClueStep, 'dueOn'>>,
  ): Promise<ClueRef> {
    const vault = await this.#vaults.of(tx.countyId);
    await stepClue(tx, vault, { dueOn: null, ...step, id: clue.id, by: actor.personId, now: this.#clock.now() });
    await this.note(tx, actor, act, clue.id, { state: step.state });
    return { clueId: clue.id, state: step.state, version: clue.version + 1 };
  }

  note(tx: Tx, actor: Actor | 'system', act: string, clueId: Id, facts?: Record<string, string>): Promise<void> {
    return this.#audit.deed(tx, { actor, act, objectKind: 'clue', objectId: clueId, ...(facts && { facts }) });
  }

  #permitted(reader: Reader, actor: Actor, permission: Permission, clue: ClueRow | undefined): ClueRow {
    if (!clue) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, permission, { countyId: reader.countyId, areaPath: clue.areaPath });
    return clue;
  }
}

/** Kind and number of a document, as one key; null without a number. */
export const documentKey = ({ document }: ReturnType<typeof describedPerson>): string | null =>
  typeof document?.number === 'string' ? `${document.type}:${document.number}` : null;
