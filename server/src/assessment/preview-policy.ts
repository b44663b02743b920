import type { Actor } from '@guanhu/shared/access/access.terms';
import type {
  MovedPatientsAnswer,
  PolicyPreviewAnswer,
  PreviewedKind,
  PreviewPolicyBody,
} from '@guanhu/shared/assessment/policy-preview.contract';
import { assessmentPolicyMove, isMoved, visitPolicyMove, type PatientMove } from '@guanhu/shared/assessment/policy-preview.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import {
  inTownship,
  spreadOf,
  type PolicyInForce,
  type SetPolicy as SetVersion,
  type Spread,
} from '@guanhu/shared/policy/policy-in-force.rules';
import { allMoves, moreMoves } from '@guanhu/shared/policy/policy-preview.rules';
import { MOVED_DATE_KEYS, type MovesByDate } from '@guanhu/shared/policy/policy-preview.terms';
import type { VisitPolicy } from '@guanhu/shared/policy/policy.terms';
import { bandView } from '@guanhu/shared/policy/visit-policy.rules';
import { Injectable } from '@nestjs/common';
import { Access, type Scope } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type CountyDatabase, type Reader } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies, PolicyPreviews, SetPolicy, type MovedRow, type PolicyChange, type Under } from '../policy/policy.public.ts';
import { openPatientName } from '../registry/registry.public.ts';
import { readGroups, readListed, type Facts } from './policy-preview.store.ts';

/** Kinds that make a patient's band and the dates that hang on it; of the others their rooms say whom they move. */
type JudgedKind = Extract<PreviewedKind, 'visit' | 'assessment'>;
type OtherKind = Exclude<PreviewedKind, JudgedKind>;
const isJudged = (kind: PreviewedKind): kind is JudgedKind => kind === 'visit' || kind === 'assessment';
/** Whoever the list is of. */
type Row = MovedPatientsAnswer['rows'][number];
type Banded = MovedRow & { readonly bands: Pick<Row, 'from' | 'to' | 'held'> };
type Page = { readonly scope: Scope; readonly after: Id | null; readonly limit: number };

/** A change as its preview sees it: who is under it, what held there and what will. */
type Change = {
  readonly kind: JudgedKind;
  readonly effectiveOn: CalendarDate;
  readonly under: Under;
  /** The bands of the patients are those of this day's visit policies. */
  readonly before: Spread<PolicyInForce<VisitPolicy>>;
  readonly moveOf: (facts: Facts) => PatientMove;
  readonly viewAfter: (townshipId: Id, key: string | null) => ReturnType<typeof bandView>;
};

/** Patients read at once while those who move are looked for. */
const AT_ONCE = 500;

/** Whom a policy moves before it takes effect, by the rules that will then be followed. */
@Injectable()
export class PreviewPolicy {
  readonly #database: Database;
  readonly #access: Access;
  readonly #policies: Policies;
  readonly #set: SetPolicy;
  readonly #previews: PolicyPreviews;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    policies: Policies,
    set: SetPolicy,
    previews: PolicyPreviews,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#policies = policies;
    this.#set = set;
    this.#previews = previews;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** A policy that somebody is about to set: numbers of the whole county. */
  async draft(actor: Actor, kind: PreviewedKind, body: PreviewPolicyBody): Promise<PolicyPreviewAnswer> {
    const { effectiveOn, policy, townshipId = null } = body;
    const county = this.#database.county(actor.countyId);
    await this.#access.requireInCounty(county, actor, 'policy:write');
    await this.#set.check(county, kind, { policy, effectiveOn, townshipId });
    const seq = Number.MAX_SAFE_INTEGER; // set after everything that was set
    const version = { kind, seq, effectiveOn, townshipId, policy };
    return this.#preview(county, kind, version, this.#access.scope(actor, 'policy:write').areas);
  }

  /** A version that is set and has not begun: numbers of the patients that the reader answers for. */
  async version(actor: Actor, kind: PreviewedKind, seq: number): Promise<PolicyPreviewAnswer> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'policy:read');
    if (areas.length === 0) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return this.#preview(county, kind, await this.#ahead(county, kind, seq), areas);
  }

  async #preview(county: CountyDatabase, kind: PreviewedKind, version: SetVersion, areas: readonly Id[]): Promise<PolicyPreviewAnswer> {
    if (isJudged(kind)) return this.#count(county, await this.#change(county, kind, version), areas);
    const change = await this.#otherChange(county, kind, version);
    const { patients, moved, dates } = await this.#previews.of(kind).count(county, change, areas);
    return { effectiveOn: version.effectiveOn, patients, moved, bands: [], dates: { ...allMoves(dates) }, byDate: listed(dates) };
  }

  /** The patients whom it moves, for those who may read them. */
  async moved(
    actor: Actor,
    kind: PreviewedKind,
    seq: number,
    { after, limit }: { after?: Id | undefined; limit: number },
  ): Promise<MovedPatientsAnswer> {
    const county = this.#database.county(actor.countyId);
    const version = await this.#ahead(county, kind, seq);
    const page = { scope: this.#access.scope(actor, 'patient:read'), after: after ?? null, limit };
    const found = isJudged(kind) ? await this.#judged(county, kind, version, page) : await this.#others(county, kind, version, page);
    const { shown, last } = pageOf(found, limit);
    const vault = await this.#vaults.of(actor.countyId);
    await this.#audit.read(county, { actor, what: 'policy-preview', patientIds: shown.map(({ id }) => id) });
    return {
      rows: shown.map(({ id, nameSealed, villageName, dates, bands }) => ({
        patientId: id,
        patientName: openPatientName(vault, id, nameSealed),
        villageName,
        ...bands,
        dates: { ...allMoves(dates) },
        byDate: listed(dates),
      })),
      next: last?.id ?? null,
    };
  }

  /** One more than asked for, when there are more. */
  async #judged(county: CountyDatabase, kind: JudgedKind, version: SetVersion, { scope, after, limit }: Page): Promise<readonly Banded[]> {
    const change = await this.#change(county, kind, version);
    const asked = { under: change.under, scope, today: this.#clock.today(), limit: AT_ONCE };
    const found: Banded[] = [];
    for (let from = after; found.length <= limit;) {
      const rows = await readListed(county, kind, { ...asked, after: from });
      for (const facts of rows) {
        const move = change.moveOf(facts);
        if (isMoved(move)) found.push({ ...facts, dates: move.dates, bands: views(change, facts, move) });
      }
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) break;
      from = last.id;
    }
    return found.slice(0, limit + 1);
  }

  async #others(county: CountyDatabase, kind: OtherKind, version: SetVersion, page: Page): Promise<readonly Banded[]> {
    const change = await this.#otherChange(county, kind, version);
    const rows = await this.#previews.of(kind).list(county, change, { ...page, limit: page.limit + 1 });
    return rows.map(row => ({ ...row, bands: { from: null, to: null, held: null } }));
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS when there is no such version, or it has begun. */
  async #ahead(county: Reader, kind: PreviewedKind, seq: number): Promise<SetVersion> {
    const version = (await this.#policies.set(county)).find(one => one.kind === kind && one.seq === seq);
    if (!version || version.effectiveOn <= this.#clock.today()) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return version;
  }

  /** Every version, this one among them. */
  async #with(county: Reader, version: SetVersion): Promise<SetVersion[]> {
    return [...(await this.#policies.set(county)).filter(one => one.kind !== version.kind || one.seq !== version.seq), version];
  }

  /** Everybody under it had one policy and will have one: townships with their own are not under it. */
  async #otherChange<K extends OtherKind>(county: Reader, kind: K, version: SetVersion): Promise<PolicyChange<K>> {
    const { effectiveOn, townshipId } = version;
    const set = await this.#with(county, version);
    const after = spreadOf(kind, set, effectiveOn);
    const before = await this.#policies.spread(county, kind, this.#clock.today());
    const here = <T>(spread: Spread<T>): T => (townshipId === null ? spread.county : inTownship(spread, townshipId));
    const except = townshipId === null ? after.townships.map(one => one.townshipId) : [];
    return { effectiveOn, under: { only: townshipId, except }, before: here(before).policy, after: here(after).policy };
  }

  async #change(county: Reader, kind: JudgedKind, version: SetVersion): Promise<Change> {
    const { effectiveOn, townshipId } = version;
    const set = await this.#with(county, version);
    const before = await this.#policies.spread(county, 'visit', this.#clock.today());
    const visits = spreadOf('visit', set, effectiveOn);
    const cycles = spreadOf('assessment', set, effectiveOn);
    const own = (kind === 'visit' ? visits : cycles).townships.map(one => one.townshipId);
    return {
      kind,
      effectiveOn,
      under: { only: townshipId, except: townshipId === null ? own : [] },
      before,
      moveOf: facts =>
        kind === 'visit'
          ? visitPolicyMove(
              facts,
              facts.dues,
              { before: inTownship(before, facts.townshipId).policy, after: inTownship(visits, facts.townshipId).policy },
              effectiveOn,
            )
          : assessmentPolicyMove(facts, facts.cycles, inTownship(cycles, facts.townshipId).policy),
      viewAfter: (township, key) => bandView(inTownship(kind === 'visit' ? visits : before, township).policy, key),
    };
  }

  async #count(county: Reader, change: Change, areas: readonly Id[]): Promise<PolicyPreviewAnswer> {
    const groups = await readGroups(county, change.kind, change.under, areas);
    const bands = new Map<string, PolicyPreviewAnswer['bands'][number]>();
    let [patients, moved] = [0, 0];
    let dates: MovesByDate = {};
    for (const facts of groups) {
      const move = change.moveOf(facts);
      patients += facts.patients;
      if (!isMoved(move)) continue;
      moved += facts.patients;
      dates = moreMoves(dates, move.dates, facts.patients);
      if (move.from === move.to && move.held === null) continue;
      const key = JSON.stringify([move.from, move.to, move.held]);
      const before = bands.get(key) ?? { ...views(change, facts, move), patients: 0 };
      bands.set(key, { ...before, patients: before.patients + facts.patients });
    }
    return {
      effectiveOn: change.effectiveOn,
      patients,
      moved,
      bands: [...bands.values()].sort((a, b) => b.patients - a.patients),
      dates: { ...allMoves(dates) },
      byDate: listed(dates),
    };
  }
}

const views = (change: Change, { townshipId }: Facts, { from, to, held }: PatientMove) => ({
  from: bandView(inTownship(change.before, townshipId).policy, from),
  to: change.viewAfter(townshipId, to),
  held: change.viewAfter(townshipId, held),
});

const listed = (dates: MovesByDate): PolicyPreviewAnswer['byDate'] =>
  MOVED_DATE_KEYS.flatMap(date => {
    const moves = dates[date];
    return moves ? [{ date, ...moves }] : [];
  });
