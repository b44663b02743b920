import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { collectedDrugs } from '@guanhu/shared/medication/collection.rules';
import type { RecordCollectionAnswer, RecordCollectionBody } from '@guanhu/shared/medication/collection.contract';
import { decideGivenOn } from '@guanhu/shared/medication/given.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { MedicineDates, ordered } from './medicine-dates.ts';
import { insertDispensing } from './supply.store.ts';

/** Who gave it out is not asked of a family. */
const GIVEN_BY = '家属说已取药';

/** A family has fetched medicine: kept as its word, and used to tell when the medicine runs out. */
@Injectable()
export class RecordCollection {
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

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, MEDICINE_NOT_YET_GIVEN, MEDICINE_GIVEN_LONG_AGO, NO_MEDICINE_ORDERED */
  async run(tx: Tx, actor: Actor, patientId: Id, { collectionId, on, days, drug }: RecordCollectionBody): Promise<RecordCollectionAnswer> {
    await this.#teams.requireFor(tx, actor, 'supply:collect', patientId);
    const [now, today] = [this.#clock.now(), this.#clock.today()];
    unwrap(decideGivenOn(on, today));
    const { present, dispensed } = await this.#dates.facts(tx, patientId);
    const drugs = present ? collectedDrugs(drug, ordered(present), dispensed) : [];
    if (drugs.length === 0) throw new Refusal('NO_MEDICINE_ORDERED');
    const vault = await this.#vaults.of(tx.countyId);
    // The collection has the id of its first packet; an order has three drugs at most.
    for (const [index, name] of drugs.entries()) {
      const details = { drug: name, tablets: null, mgPerTablet: null, days, givenBy: GIVEN_BY, note: null };
      const isNew = await insertDispensing(tx, vault, {
        id: index === 0 ? collectionId : newId(),
        patientId,
        givenOn: on,
        free: false,
        details,
        arrival: { how: 'fetched', on },
        by: actor.personId,
        byFamily: true,
        now,
      });
      if (!isNew) throw new Refusal('KEY_REUSED');
    }
    const { runsOutOn } = await this.#dates.renew(tx, patientId, { refill: actor.personId });
    await this.#audit.deed(tx, {
      actor,
      act: 'dispensing:collected',
      objectKind: 'dispensing',
      objectId: collectionId,
      patientId,
      facts: { on, days, drugs: drugs.length, runsOutOn },
    });
    return { collectionId, on, days, runsOutOn };
  }
}
