import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { absorbed } from '@guanhu/shared/visits/absorb.rules';
import type { QuickRecord } from '@guanhu/shared/visits/visit-record.terms';
import type { BlankFormAnswer, VisitFormAnswer } from '@guanhu/shared/visits/visits.contract';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { VisitForms } from './visit-forms.ts';
import { readQuickSinceDoctor } from './visits.store.ts';

/** What a visitor's phone needs before the form: fetched while there is still signal. */
@Injectable()
export class ReadVisitForm {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #teams: Teams;
  readonly #people: People;
  readonly #policies: Policies;
  readonly #forms: VisitForms;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    vaults: Vaults,
    teams: Teams,
    people: People,
    policies: Policies,
    forms: VisitForms,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#teams = teams;
    this.#people = people;
    this.#policies = policies;
    this.#forms = forms;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The county's form, about nobody. */
  async blank(countyId: CountyId): Promise<BlankFormAnswer> {
    const county = this.#database.county(countyId);
    const { edition, localFields } = await this.#forms.current(county);
    const { lateAfterDays } = await this.#policies.inForce(county, 'visitWork', this.#clock.today(), 'county');
    return { edition, localFields: [...localFields], lateAfterDays };
  }

  async run(actor: Actor, patientId: Id): Promise<VisitFormAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'visit:write', patientId);
    const { edition, localFields } = await this.#forms.current(county);
    const seats = (await this.#teams.seats(county, [patientId])).filter(seat => !standsFor(actor).includes(seat.personId));
    const contacts = await this.#people.contacts(
      county,
      seats.map(seat => seat.personId),
    );
    const { lateAfterDays } = await this.#policies.inForce(county, 'visitWork', this.#clock.today(), { patientId });
    const quick = await this.#quick(county, patientId);
    await this.#audit.read(county, { actor, what: 'visit-form', patientIds: [patientId] });
    return {
      edition,
      localFields: [...localFields],
      team: [...new Map(seats.map(seat => [seat.personId, seat])).values()].map(({ personId, post }) => ({
        personId,
        name: contacts.get(personId)?.name ?? '',
        seat: post,
      })),
      quick,
      lateAfterDays,
    };
  }

  async #quick(county: Reader, patientId: Id): Promise<VisitFormAnswer['quick']> {
    const visit = await readQuickSinceDoctor(county, await this.#vaults.of(county.countyId), patientId);
    if (!visit?.record) return null;
    const contacts = await this.#people.contacts(county, [visit.personId]);
    return {
      visitId: visit.id,
      at: visit.at.toISOString(),
      seat: visit.seat,
      visitorName: contacts.get(visit.personId)?.name ?? '',
      answers: absorbed(visit.record as QuickRecord),
    };
  }
}
