import { offeredSpan } from '@guanhu/shared/incidents/look-back.rules';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { mapSpread, ownOf } from '@guanhu/shared/policy/policy-in-force.rules';
import type { ReviewAskedPayload } from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import { Patients } from '../registry/registry.public.ts';
import { askLookBack } from './ask-look-back.ts';
import { gatherFacts } from './look-back-facts.ts';
import { hasLookBack, insertLookBack, readDeathsAfterIncidents, type LookBackAsked } from './look-back.store.ts';

/** After serious harm or a death nobody has to ask for the backward review: it is made, and the office is asked to look at it. */
@Injectable()
export class StartLookBack {
  readonly #database: Database;
  readonly #people: People;
  readonly #patients: Patients;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #outbox: Outbox;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    people: People,
    patients: Patients,
    policies: Policies,
    vaults: Vaults,
    outbox: Outbox,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#people = people;
    this.#patients = patients;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Files that were closed by a death soon after an incident, and were not looked back at. */
  async afterDeaths(countyId: CountyId): Promise<void> {
    await this.#database.county(countyId).inTransaction(async tx => {
      const today = this.#clock.today();
      const days = mapSpread(await this.#policies.spread(tx, 'handling', today), ({ policy }) => policy.deathWithinDays);
      for (const asked of await readDeathsAfterIncidents(tx, today, [days.county, ...ownOf(days)]))
        await askLookBack(this.#outbox, tx, asked);
    });
  }

  run(countyId: CountyId, asked: LookBackAsked): Promise<void> {
    return this.#database.county(countyId).inTransaction(tx => this.#make(tx, asked));
  }

  async #make(tx: Tx, { lookBackId: id, patientId, incidentId, cause, happenedOn }: LookBackAsked): Promise<void> {
    // Somebody has made it meanwhile.
    if (await hasLookBack(tx, incidentId, cause)) return;
    const { lookBackDays } = await this.#policies.inForce(tx, 'handling', this.#clock.today(), { patientId });
    const span = { patientId, ...offeredSpan(happenedOn, lookBackDays) };
    const facts = await gatherFacts(tx, span);
    const made = { id, incidentId, cause, ...span, by: null, now: this.#clock.now(), facts };
    if (!(await insertLookBack(tx, await this.#vaults.of(tx.countyId), made))) return;
    const { from, to } = span;
    const deed = { act: 'incidents:looked-back', objectKind: 'look-back', objectId: id, patientId, facts: { cause, from, to } };
    await this.#audit.deed(tx, { actor: 'system', ...deed });
    const path = (await this.#patients.areaPath(tx, patientId)) ?? [];
    const offices = await this.#people.holders(tx, ['socialAffairsOfficer', 'townshipLead'], path);
    await this.#outbox.putMany(
      tx,
      [...new Set(offices.map(one => one.personId))].map(personId => ({
        kind: 'review-asked',
        key: `review:look-back:${id}:${personId}`,
        payload: { personId, nearPatientId: patientId } satisfies ReviewAskedPayload,
      })),
    );
  }
}
