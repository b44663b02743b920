import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { EndBody, RecordEmploymentBody, RehabRef } from '@guanhu/shared/rehabilitation/rehabilitation.contract';
import { decideEnd } from '@guanhu/shared/rehabilitation/rehabilitation.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { insertEmployment, readEmployment } from './employment.store.ts';
import { endSpan } from './span.store.ts';

/** That somebody works, from a day on, and no more. */
@Injectable()
export class KeepEmployment {
  readonly #teams: Teams;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, REHAB_DAY_WRONG, INPUT_INVALID when the id is taken */
  async record(tx: Tx, actor: Actor, patientId: Id, { employmentId: id, ...body }: RecordEmploymentBody): Promise<RehabRef> {
    await this.#teams.requireFor(tx, actor, 'rehab:write', patientId);
    if (body.since > this.#clock.today()) throw new Refusal('REHAB_DAY_WRONG');
    const one = { ...body, id, patientId, by: actor.personId };
    if (!(await insertEmployment(tx, await this.#vaults.of(tx.countyId), one))) throw new Refusal('INPUT_INVALID', ['body.employmentId']);
    return this.#done(tx, actor, 'employed', id, patientId);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, REHAB_ENDED, REHAB_DAY_WRONG, STALE */
  async end(tx: Tx, actor: Actor, id: Id, { version, lastOn }: EndBody): Promise<RehabRef> {
    const one = await readEmployment(tx, await this.#vaults.of(tx.countyId), id);
    if (!one) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(tx, actor, 'rehab:write', one.patientId);
    unwrap(decideEnd(one, lastOn, this.#clock.today()));
    if (!(await endSpan(tx, 'employment', { id, version, lastOn }))) throw new Refusal('STALE');
    return this.#done(tx, actor, 'employment-ended', id, one.patientId);
  }

  async #done(tx: Tx, actor: Actor, act: string, id: Id, patientId: Id): Promise<RehabRef> {
    await this.#audit.deed(tx, { actor, act: `rehab:${act}`, objectKind: 'employment', objectId: id, patientId });
    return { id };
  }
}
