import type { Actor } from '@guanhu/shared/access/access.terms';
import type {
  MovedPatientsAnswer,
  PolicyPreviewAnswer,
  PreviewedKind,
  PreviewPolicyBody,
} from '@guanhu/shared/assessment/policy-preview.contract';
import {
  NO_MOVES,
  assessmentPolicyMove,
  isMoved,
  visitPolicyMove,
  type DateMoves,
  type PatientMove,
} from '@guanhu/shared/assessment/policy-preview.rules';
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
import type { VisitPolicy } from '@guanhu/shared/policy/policy.terms';
import { bandView } from '@guanhu/shared/policy/visit-policy.rules';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { Policies, SetPolicy } from '../policy/policy.public.ts';
import { openPatientName } from '../registry/registry.public.ts';
import { readGroups, readListed, type Facts, type Under } from './policy-preview.store.ts';

/** A change as its preview sees it: who is under it, what held there and what will. */
type Change = {
  readonly kind: PreviewedKind;
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
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, policies: Policies, set: SetPolicy, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#policies = policies;
    this.#set = set;
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
    const change = await this.#change(county, { kind, seq, effectiveOn, townshipId, policy });
    return this.#count(county, change, this.#access.scope(actor, 'policy:write').areas);
  }

  /** A version that is set and has not begun: numbers of the patients that the reader answers for. */
  async version(actor: Actor, kind: PreviewedKind, seq: number): Promise<PolicyPreviewAnswer> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'policy:read');
    if (areas.length === 0) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return this.#count(county, await this.#change(county, await this.#ahead(county, kind, seq)), areas);
  }

  /** The patients whom it moves, for those who may read them. */
  async moved(
    actor: Actor,
    kind: PreviewedKind,
    seq: number,
    { after, limit }: { after?: Id | undefined; limit: number },
  ): Promise<MovedPatientsAnswer> {
    const county = this.#database.county(actor.countyId);
    const change = await this.#change(county, await this.#ahead(county, kind, seq));
    const asked = { under: change.under, scope: this.#access.scope(actor, 'patient:read'), today: this.#clock.today(), limit: AT_ONCE };
    const found: { facts: Awaited<ReturnType<typeof readListed>>[number]; move: PatientMove }[] = [];
    for (let from = after ?? null; found.length <= limit;) {
      const rows = await readListed(county, kind, { ...asked, after: from });
      found.push(...rows.map(facts => ({ facts, move: change.moveOf(facts) })).filter(({ move }) => isMoved(move)));
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) break;
      from = last.id;
    }
    const shown = found.slice(0, limit);
    const vault = await this.#vaults.of(actor.countyId);
    await this.#audit.read(county, { actor, what: 'policy-preview', patientIds: shown.map(({ facts }) => facts.id) });
    return {
      rows: shown.map(({ facts, move }) => ({
        patientId: facts.id,
        patientName: openPatientName(vault, facts.id, facts.nameSealed),
        villageName: facts.villageName,
        ...views(change, facts, move),
        dates: move.dates,
      })),
      next: found.length > limit ? (shown.at(-1)?.facts.id ?? null) : null,
    };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS when there is no such version, or it has begun. */
  async #ahead(county: Reader, kind: PreviewedKind, seq: number): Promise<SetVersion> {
    const version = (await this.#policies.set(county)).find(one => one.kind === kind && one.seq === seq);
    if (!version || version.effectiveOn <= this.#clock.today()) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return version;
  }

  async #change(county: Reader, version: SetVersion): Promise<Change> {
    const { effectiveOn, townshipId } = version;
    const set = [...(await this.#policies.set(county)).filter(one => one.kind !== version.kind || one.seq !== version.seq), version];
    const before = await this.#policies.spread(county, 'visit', this.#clock.today());
    const visits = spreadOf('visit', set, effectiveOn);
    const cycles = spreadOf('assessment', set, effectiveOn);
    const kind = version.kind as PreviewedKind;
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
    let dates: DateMoves = NO_MOVES;
    for (const facts of groups) {
      const move = change.moveOf(facts);
      patients += facts.patients;
      if (!isMoved(move)) continue;
      moved += facts.patients;
      dates = added(dates, move.dates, facts.patients);
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
      dates: { ...dates },
    };
  }
}

const views = (change: Change, { townshipId }: Facts, { from, to, held }: PatientMove) => ({
  from: bandView(inTownship(change.before, townshipId).policy, from),
  to: change.viewAfter(townshipId, to),
  held: change.viewAfter(townshipId, held),
});

const added = (sum: DateMoves, each: DateMoves, times: number): DateMoves => ({
  earlier: sum.earlier + each.earlier * times,
  later: sum.later + each.later * times,
  added: sum.added + each.added * times,
  dropped: sum.dropped + each.dropped * times,
});
