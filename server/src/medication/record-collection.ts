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
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { MedicineDates, ordered, orderOn } from './medicine-dates.ts';
import { Supplies } from './supplies.ts';

/** Who gave it out is not asked of a family. */
const GIVEN_BY = '家属说已取药';

/** A family has fetched medicine: kept as its word, and used to tell when the medicine runs out. */
@Injectable()
export class RecordCollection {
  readonly #teams: Teams;
  readonly #dates: MedicineDates;
  readonly #supplies: Supplies;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, dates: MedicineDates, supplies: Supplies, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#dates = dates;
    this.#supplies = supplies;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, MEDICINE_NOT_YET_GIVEN, MEDICINE_GIVEN_LONG_AGO, NO_MEDICINE_ORDERED */
  async run(tx: Tx, actor: Actor, patientId: Id, { collectionId, on, days, drug }: RecordCollectionBody): Promise<RecordCollectionAnswer> {
    await this.#teams.requireThen(tx, actor, 'supply:collect', patientId, on);
    unwrap(decideGivenOn(on, this.#clock.today()));
    const { regimens, dispensed } = await this.#dates.facts(tx, patientId);
    // What was fetched under an order that has ended since was fetched all the same.
    const order = orderOn(regimens, this.#clock.today()) ?? orderOn(regimens, on);
    const drugs = order ? collectedDrugs(drug, ordered(order), dispensed) : [];
    if (drugs.length === 0) throw new Refusal('NO_MEDICINE_ORDERED');
    // The collection has the id of its first packet; an order has three drugs at most.
    const supplies = drugs.map((name, index) => ({
      id: index === 0 ? collectionId : newId(),
      givenOn: on,
      free: false,
      details: { drug: name, tablets: null, mgPerTablet: null, days, givenBy: GIVEN_BY, note: null },
      arrival: { how: 'fetched', on } as const,
      byFamily: true,
    }));
    const { runsOutOn } = await this.#supplies.enter(tx, actor, patientId, supplies);
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
