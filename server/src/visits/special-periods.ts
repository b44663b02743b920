import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { VisitPolicy } from '@guanhu/shared/policy/policy.terms';
import { bandView } from '@guanhu/shared/policy/visit-policy.rules';
import { decidePeriodDays, decidePeriodSecond, lastDayOf, movePeriod, phaseOf } from '@guanhu/shared/visits/special-period.rules';
import type {
  DecidePeriodBody,
  EndPeriodBody,
  MembershipsAnswer,
  PeriodMembersPage,
  PeriodOffer,
  PeriodRef,
  PeriodsPage,
  ProposePeriodBody,
} from '@guanhu/shared/visits/special-period.contract';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { AskOffices, Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { newId } from '../platform/ids.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies, type Whose } from '../policy/policy.public.ts';
import { openPatientName } from '../registry/registry.public.ts';
import {
  insertPeriod,
  lockPeriod,
  readMembers,
  readMemberships,
  readPeriods,
  updatePeriod,
  type PeriodRow,
} from './special-period.store.ts';

/** How many memberships of one patient are shown: years of them. */
const MEMBERSHIPS = 100;

/** Special periods: one person proposes, another approves, and they end by themselves. Planning takes patients in and lets them go. */
@Injectable()
export class SpecialPeriods {
  readonly #database: Database;
  readonly #access: Access;
  readonly #places: Places;
  readonly #people: People;
  readonly #teams: Teams;
  readonly #offices: AskOffices;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #outbox: Outbox;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    places: Places,
    people: People,
    teams: Teams,
    offices: AskOffices,
    policies: Policies,
    vaults: Vaults,
    outbox: Outbox,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#places = places;
    this.#people = people;
    this.#teams = teams;
    this.#offices = offices;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(
    actor: Actor,
    { after, limit, waiting }: { after?: Id | undefined; limit: number; waiting?: 'yes' | undefined },
  ): Promise<PeriodsPage> {
    const county = this.#database.county(actor.countyId);
    const today = this.#clock.today();
    const { areas } = this.#access.scope(actor, waiting ? 'special-period:decide' : 'special-period:read');
    const waitsFor = waiting ? standsFor(actor) : null;
    const asked = { areas, waitsFor, before: after ?? null, limit: limit + 1, day: today };
    const { shown, last } = pageOf(await readPeriods(county, await this.#vaults.of(actor.countyId), asked), limit);
    const bands = await this.#bandsOf(county, shown);
    const persons = shown.flatMap(({ proposedBy, decidedBy, endedBy }) => [proposedBy, decidedBy, endedBy].filter(id => id !== null));
    const contacts = await this.#people.contacts(county, persons);
    const nameOf = (personId: Id | null) => (personId === null ? null : (contacts.get(personId)?.name ?? ''));
    return {
      rows: shown.map(period => ({
        periodId: period.id,
        areaId: period.areaId,
        areaName: period.areaName,
        startsOn: period.startsOn,
        endsOn: period.endsOn,
        bands: period.bands.map(key => bands(period.areaId, key)),
        reason: period.reason,
        phase: phaseOf(period, today),
        proposedBy: nameOf(period.proposedBy) ?? '',
        mine: standsFor(actor).includes(period.proposedBy),
        decidedBy: nameOf(period.decidedBy),
        note: period.note,
        endedOn: period.endedOn,
        endedBy: nameOf(period.endedBy),
        endReason: period.endReason,
        patients: period.patients,
        version: period.version,
      })),
      next: last?.id ?? null,
    };
  }

  async offer(actor: Actor, areaId: Id): Promise<PeriodOffer> {
    const county = this.#database.county(actor.countyId);
    const whose = await this.#requireIn(county, actor, 'special-period:propose', areaId);
    const policy = await this.#policies.inForce(county, 'specialPeriod', this.#clock.today(), whose);
    const bands = await this.#bandsIn(county, whose);
    const keys = bands.map(band => band.key);
    return { bands: [...bands], proposed: policy.bands.filter(key => keys.includes(key)), mostDays: policy.mostDays };
  }

  async propose(tx: Tx, actor: Actor, { periodId, areaId, startsOn, endsOn, bands, reason }: ProposePeriodBody): Promise<PeriodRef> {
    const whose = await this.#requireIn(tx, actor, 'special-period:propose', areaId);
    const [today, now] = [this.#clock.today(), this.#clock.now()];
    unwrap(decidePeriodDays({ startsOn, endsOn }, today, await this.#policies.inForce(tx, 'specialPeriod', today, whose)));
    const known = (await this.#bandsIn(tx, whose)).map(band => band.key);
    const wanted = [...new Set(bands)];
    if (!wanted.every(key => known.includes(key))) throw new Refusal('PERIOD_BANDS_UNKNOWN');
    const vault = await this.#vaults.of(tx.countyId);
    const period = { id: periodId, areaId, startsOn, endsOn, bands: wanted, reason, proposedBy: actor.personId, now };
    if (!(await insertPeriod(tx, vault, period))) throw new Refusal('INPUT_INVALID', ['body.periodId']);
    const facts = { areaId, startsOn, endsOn, bands: wanted.join(' ') };
    await this.#audit.deed(tx, { actor, act: 'visits:period-proposed', objectKind: 'special-period', objectId: periodId, facts });
    // It may begin today, and nobody is taken in before a second person has said yes.
    const areaPath = await this.#places.pathOf(tx, areaId);
    const asked = { key: `special-period:${periodId}`, patientId: null, areaPath, permission: 'special-period:decide' } as const;
    await this.#offices.run(tx, { ...asked, except: standsFor(actor) });
    return { periodId, phase: 'proposed' };
  }

  /** @throws Refusal NOTE_NEEDED when it is refused without a word, PERIOD_NEEDS_ANOTHER, PERIOD_DAYS_WRONG when its last day has gone by */
  async decide(tx: Tx, actor: Actor, periodId: Id, { approve, note, version }: DecidePeriodBody): Promise<PeriodRef> {
    const period = await this.#lock(tx, actor, 'special-period:decide', periodId, version);
    unwrap(decidePeriodSecond(period, standsFor(actor), this.#clock.today()));
    if (!approve && note === undefined) throw new Refusal('NOTE_NEEDED');
    const state = unwrap(movePeriod(period.state, approve ? 'approve' : 'refuse'));
    const vault = await this.#vaults.of(tx.countyId);
    const decided = { by: actor.personId, note: note ?? null, now: this.#clock.now() };
    await updatePeriod(tx, vault, periodId, { state, decided });
    return this.#moved(tx, actor, { ...period, state }, approve ? 'visits:period-approved' : 'visits:period-refused');
  }

  /** A proposal is withdrawn; a period that was approved is over at once. */
  async end(tx: Tx, actor: Actor, periodId: Id, { reason, version }: EndPeriodBody): Promise<PeriodRef> {
    const period = await this.#lock(tx, actor, 'special-period:end', periodId, version);
    const vault = await this.#vaults.of(tx.countyId);
    const today = this.#clock.today();
    if (phaseOf(period, today) === 'over') throw new Refusal('PERIOD_NOT_OPEN');
    if (period.state === 'proposed') {
      const state = unwrap(movePeriod(period.state, 'withdraw'));
      await updatePeriod(tx, vault, periodId, { state });
      return this.#moved(tx, actor, { ...period, state }, 'visits:period-withdrawn');
    }
    const state = unwrap(movePeriod(period.state, 'endEarly'));
    const endedOn = lastDayOf({ endsOn: period.endsOn, endedOn: today });
    await updatePeriod(tx, vault, periodId, { state, ended: { by: actor.personId, on: endedOn, reason } });
    return this.#moved(tx, actor, { ...period, state, endedOn }, 'visits:period-ended');
  }

  async ofPatient(actor: Actor, patientId: Id): Promise<MembershipsAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'roll-call:read', patientId);
    const rows = await readMemberships(county, await this.#vaults.of(actor.countyId), patientId, MEMBERSHIPS);
    await this.#audit.read(county, { actor, what: 'special-periods', patientIds: [patientId] });
    return {
      rows: await Promise.all(
        rows.map(async ({ band, ...row }) => ({
          ...row,
          // As it was called on the day on which the patient came in.
          band: bandView(await this.#policies.inForce(county, 'visit', row.enteredOn, { patientId }), band),
        })),
      ),
    };
  }

  /** Who of the reader's patients was in a period: the history as it stands in its own rows, whatever became of the patient since. */
  async members(actor: Actor, periodId: Id, { after, limit }: { after?: Id | undefined; limit: number }): Promise<PeriodMembersPage> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const scope = this.#access.scope(actor, 'roll-call:read');
    const asked = { periodId, scope, today: this.#clock.today(), after: after ?? null, limit: limit + 1 };
    const { shown, last } = pageOf(await readMembers(county, asked), limit);
    await this.#audit.read(county, { actor, what: 'special-periods', patientIds: [...new Set(shown.map(row => row.patientId))] });
    // As each band was called on the day on which the patient came in; most came in on the first.
    const bands = new Map<Id, ReturnType<typeof bandView>>();
    for (const on of new Set(shown.map(row => row.enteredOn))) {
      const rows = shown.filter(row => row.enteredOn === on);
      const policyOf = await this.#policies.ofPatients(
        county,
        'visit',
        on,
        rows.map(row => row.patientId),
      );
      for (const { id, patientId, band } of rows) bands.set(id, bandView(policyOf(patientId).policy, band));
    }
    return {
      rows: shown.map(({ id, patientId, name_sealed, ...row }) => ({
        memberId: id,
        patientId,
        patientName: openPatientName(vault, patientId, name_sealed),
        ...row,
        band: bands.get(id) ?? null,
      })),
      next: last?.id ?? null,
    };
  }

  /** Planning takes patients in, or lets them go, within seconds. */
  async #moved(tx: Tx, actor: Actor, period: PeriodRow, act: string): Promise<PeriodRef> {
    await this.#outbox.put(tx, { kind: 'facts-changed', key: newId(), payload: { cause: 'special-period' } });
    await this.#audit.deed(tx, { actor, act, objectKind: 'special-period', objectId: period.id });
    return { periodId: period.id, phase: phaseOf(period, this.#clock.today()) };
  }

  async #lock(tx: Tx, actor: Actor, permission: Permission, periodId: Id, version: number): Promise<PeriodRow> {
    const period = await lockPeriod(tx, await this.#vaults.of(tx.countyId), periodId);
    if (!period) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#requireIn(tx, actor, permission, period.areaId);
    if (period.version !== version) throw new Refusal('STALE');
    return period;
  }

  /** That the actor holds the permission in this area. @returns whose policy holds there */
  async #requireIn(reader: Reader, actor: Actor, permission: Permission, areaId: Id): Promise<Whose> {
    const areaPath = await this.#places.pathOf(reader, areaId);
    this.#access.require(actor, permission, { countyId: reader.countyId, areaPath });
    return whoseOf(areaPath);
  }

  /** The bands in use where the period is to be: of a county, also those that only some of its townships have. */
  async #bandsIn(reader: Reader, whose: Whose): Promise<readonly NonNullable<ReturnType<typeof bandView>>[]> {
    const { county, townships } = await this.#policies.spread(reader, 'visit', this.#clock.today());
    const policies: readonly VisitPolicy[] =
      whose === 'county'
        ? [county.policy, ...townships.map(one => one.value.policy)]
        : [await this.#policies.inForce(reader, 'visit', this.#clock.today(), whose)];
    const all = policies.flatMap(policy => policy.bands.map(({ key, label, colour }) => ({ key, label, colour })));
    return all.filter((band, index) => all.findIndex(one => one.key === band.key) === index);
  }

  /** What a band is called in an area. A key that no policy knows any more is shown as it is. */
  async #bandsOf(reader: Reader, periods: readonly { readonly areaId: Id }[]) {
    const known = new Map<Id, readonly NonNullable<ReturnType<typeof bandView>>[]>();
    for (const areaId of new Set(periods.map(period => period.areaId)))
      known.set(areaId, await this.#bandsIn(reader, whoseOf(await this.#places.pathOf(reader, areaId))));
    return (areaId: Id, key: string) => known.get(areaId)?.find(band => band.key === key) ?? { key, label: key, colour: 'none' as const };
  }
}

/** The township of a place's path, county first; the county for itself. */
const whoseOf = ([, townshipId]: readonly Id[]): Whose => (townshipId === undefined ? 'county' : { townshipId });
