import type { Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { adherenceWindow, regularityOf } from '@guanhu/shared/medication/adherence.rules';
import { NOT_TAKEN_REASON_KEYS } from '@guanhu/shared/medication/medication.terms';
import type { MedicationAnswer, RegimensAnswer } from '@guanhu/shared/medication/regimen.contract';
import type { DispensingsAnswer, InjectionsAnswer } from '@guanhu/shared/medication/supply.contract';
import { dailyDrugs, firstOut, runsOutOn } from '@guanhu/shared/medication/supply.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies } from '../policy/policy.public.ts';
import { MedicationEvidence } from './medication-evidence.ts';
import { countReasons, readFound } from './medication.store.ts';
import { injectionsOf, MedicineDates, ordered } from './medicine-dates.ts';
import { dispensingView, injectionView, regimenView } from './regimen-view.ts';
import { pageRegimens, readKnownDrugs } from './regimen.store.ts';
import { pageDispensings, pageInjections } from './supply.store.ts';

/** How many of the last supplies the overview shows; the list has them all. */
const LAST = 3;

type Page = { readonly after?: string | undefined; readonly limit: number };

/** Medicine as those who treat and look after a patient see it. */
@Injectable()
export class ReadMedication {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #policies: Policies;
  readonly #dates: MedicineDates;
  readonly #evidence: MedicationEvidence;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    teams: Teams,
    policies: Policies,
    dates: MedicineDates,
    evidence: MedicationEvidence,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#teams = teams;
    this.#policies = policies;
    this.#dates = dates;
    this.#evidence = evidence;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async overview(actor: Actor, patientId: Id): Promise<MedicationAnswer> {
    const county = this.#database.county(actor.countyId);
    const ties = await this.#teams.requireFor(county, actor, 'regimen:read', patientId);
    const mayOrder = may(actor, 'regimen:write', ties);
    const today = this.#clock.today();
    const policy = await this.#policies.inForce(county, 'medication', today, { patientId });
    const span = { patientId, ...adherenceWindow(policy, today) };
    const [facts, [counts], reasons, found, knownDrugs] = await Promise.all([
      this.#dates.facts(county, patientId),
      this.#evidence.count(county, [span]),
      countReasons(county, span),
      readFound(county, patientId),
      mayOrder ? readKnownDrugs(county, await this.#vaults.of(actor.countyId)) : [],
    ]);
    if (!counts) throw new Error('a span without a count');
    await this.#audit.read(county, { actor, what: 'medication', patientIds: [patientId] });
    const { present, coming, dispensed, orders } = facts;
    const shown = present ?? facts.regimens.find(one => one.since <= today);
    const [lastInjection] = facts.injections;
    return {
      today,
      regimen: shown ? regimenView(shown) : null,
      ordered: present !== undefined,
      coming: coming ? regimenView(coming) : null,
      adherence: {
        from: span.from,
        to: span.to,
        ...counts,
        backfilled: reasons.backfilled,
        regularity: regularityOf(counts, policy),
        reasons: NOT_TAKEN_REASON_KEYS.flatMap(why => (reasons[why] > 0 ? [{ why, days: reasons[why] }] : [])),
      },
      found: found ?? null,
      injectionsDue: present ? [...injectionsOf(present, facts)] : [],
      lastInjection: lastInjection ? injectionView(lastInjection) : null,
      runsOutOn: present ? firstOut(ordered(present), dispensed, orders) : null,
      stock: present
        ? dailyDrugs(ordered(present), dispensed)
            .filter(drug => dispensed.some(one => one.drug === drug))
            .map(drug => ({ drug, runsOutOn: runsOutOn(drug, dispensed, orders) }))
        : [],
      lastDispensings: facts.dispensings.slice(0, LAST).map(dispensingView),
      mayOrder,
      mayRecord: may(actor, 'supply:record', ties),
      knownDrugs,
    };
  }

  async regimens(actor: Actor, patientId: Id, { after, limit }: Page): Promise<RegimensAnswer> {
    const { county, vault } = await this.#open(actor, patientId, 'regimen-list');
    const { shown, last } = pageOf(await pageRegimens(county, vault, patientId, after, limit + 1), limit);
    return { rows: shown.map(regimenView), next: last?.id ?? null };
  }

  async injections(actor: Actor, patientId: Id, { after, limit }: Page): Promise<InjectionsAnswer> {
    const { county, vault } = await this.#open(actor, patientId, 'injection-list');
    const { shown, last } = pageOf(await pageInjections(county, vault, patientId, after, limit + 1), limit);
    return { rows: shown.map(injectionView), next: last?.id ?? null };
  }

  async dispensings(actor: Actor, patientId: Id, { after, limit }: Page): Promise<DispensingsAnswer> {
    const { county, vault } = await this.#open(actor, patientId, 'dispensing-list');
    const { shown, last } = pageOf(await pageDispensings(county, vault, patientId, after, limit + 1), limit);
    return { rows: shown.map(dispensingView), next: last?.id ?? null };
  }

  async #open(actor: Actor, patientId: Id, what: string) {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'regimen:read', patientId);
    await this.#audit.read(county, { actor, what, patientIds: [patientId] });
    return { county, vault: await this.#vaults.of(actor.countyId) };
  }
}
