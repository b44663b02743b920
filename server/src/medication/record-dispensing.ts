import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideGivenOn } from '@guanhu/shared/medication/given.rules';
import type {
  DispensingAnswer,
  RecordArrivalBody,
  RecordDispensingAnswer,
  RecordDispensingBody,
} from '@guanhu/shared/medication/supply.contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { dispensingView } from './regimen-view.ts';
import { Supplies } from './supplies.ts';
import { noteArrival, readDispensing } from './supply.store.ts';

/** Medicine was given out, and comes home: what is predicted to run out follows, and the refill that asked for it is done. */
@Injectable()
export class RecordDispensing {
  readonly #teams: Teams;
  readonly #supplies: Supplies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, supplies: Supplies, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#supplies = supplies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, body: RecordDispensingBody): Promise<RecordDispensingAnswer> {
    await this.#teams.requireThen(tx, actor, 'supply:record', patientId, body.givenOn);
    const [now, today] = [this.#clock.now(), this.#clock.today()];
    const { dispensingId: id, givenOn, free, arrival = null } = body;
    unwrap(decideGivenOn(givenOn, today));
    if (arrival !== null) unwrap(decideGivenOn(arrival.on, today));
    const details = {
      drug: body.drug,
      tablets: body.tablets ?? null,
      mgPerTablet: body.mgPerTablet ?? null,
      days: body.days ?? null,
      givenBy: body.givenBy,
      note: body.note ?? null,
    };
    const supply = { id, givenOn, free, details, arrival, byFamily: false };
    const { runsOutOn } = await this.#supplies.enter(tx, actor, patientId, [supply]);
    await this.#audit.deed(tx, {
      actor,
      act: 'dispensing:recorded',
      objectKind: 'dispensing',
      objectId: id,
      patientId,
      facts: { givenOn, free, arrival: arrival?.how ?? null, runsOutOn },
    });
    const row = {
      id,
      givenOn,
      free,
      byFamily: false,
      arrival: arrival?.how ?? null,
      arrivedOn: arrival?.on ?? null,
      recordedAt: now,
      ...details,
    };
    return { dispensing: dispensingView(row), runsOutOn };
  }

  /** It was fetched by the family, or delivered to them. */
  async arrived(
    tx: Tx,
    actor: Actor,
    { patientId, dispensingId }: { patientId: Id; dispensingId: Id },
    { how, on }: RecordArrivalBody,
  ): Promise<DispensingAnswer> {
    await this.#teams.requireThen(tx, actor, 'supply:record', patientId, on);
    const row = await readDispensing(tx, await this.#vaults.of(tx.countyId), patientId, dispensingId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    unwrap(decideGivenOn(on, this.#clock.today()));
    if (!(await noteArrival(tx, dispensingId, { how, on, by: actor.personId }))) throw new Refusal('MEDICINE_ARRIVED');
    await this.#audit.deed(tx, {
      actor,
      act: 'dispensing:arrived',
      objectKind: 'dispensing',
      objectId: dispensingId,
      patientId,
      facts: { how, on },
    });
    return dispensingView({ ...row, arrival: how, arrivedOn: on });
  }
}
