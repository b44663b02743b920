import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideGivenOn } from '@guanhu/shared/medication/given.rules';
import type { RecordInjectionAnswer, RecordInjectionBody } from '@guanhu/shared/medication/supply.contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { MedicineDates } from './medicine-dates.ts';
import { injectionView } from './regimen-view.ts';
import { insertInjection } from './supply.store.ts';

/** A long-acting injection was given: its task is done and the next one has its date. */
@Injectable()
export class RecordInjection {
  readonly #teams: Teams;
  readonly #dates: MedicineDates;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, dates: MedicineDates, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#dates = dates;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, body: RecordInjectionBody): Promise<RecordInjectionAnswer> {
    await this.#teams.requireThen(tx, actor, 'supply:record', patientId, body.givenOn);
    const { injectionId: id, givenOn, note = null, ...given } = body;
    unwrap(decideGivenOn(givenOn, this.#clock.today()));
    const now = this.#clock.now();
    const details = { ...given, note };
    const vault = await this.#vaults.of(tx.countyId);
    const isNew = await insertInjection(tx, vault, { id, patientId, givenOn, details, by: actor.personId, now });
    if (!isNew) throw new Refusal('KEY_REUSED');
    const { nextInjectionOn } = await this.#dates.renew(tx, patientId, { injection: actor.personId });
    await this.#audit.deed(tx, {
      actor,
      act: 'injection:recorded',
      objectKind: 'injection',
      objectId: id,
      patientId,
      facts: { givenOn, nextDueOn: nextInjectionOn },
    });
    return { injection: injectionView({ id, givenOn, recordedAt: now, ...details }), nextDueOn: nextInjectionOn };
  }
}
