import type { Actor } from '@guanhu/shared/access/access.terms';
import { NOTHING_KNOWN, isOvertaken, revisedDues, standingAfter, type Finding } from '@guanhu/shared/assessment/standing.rules';
import { foundInOrder, inOrderTold, lowersFrom, type Lowering } from '@guanhu/shared/assessment/retelling.rules';
import type { RatingSource } from '@guanhu/shared/assessment/assessment.terms';
import { dayOf, later, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { inTownship, mapSpread, type PolicyInForce } from '@guanhu/shared/policy/policy-in-force.rules';
import type { VisitPolicy } from '@guanhu/shared/policy/policy.terms';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import { Injectable } from '@nestjs/common';
import { Agenda, type DueRow, type Part } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import { lapseProposals, readLowerings } from './band-proposal.store.ts';
import { Cycles } from './cycles.ts';
import * as store from './standing.store.ts';

export type Rated = Finding & {
  readonly patientId: Id;
  readonly on: CalendarDate;
  readonly source: RatingSource;
  /** The same cause counts once, however often it is told. */
  readonly causeId: Id;
  readonly by: Id | null;
  readonly visitedOn?: CalendarDate;
};

/** Where patients stand, and the dates that follow from it. */
@Injectable()
export class Standings {
  readonly #cycles: Cycles;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(cycles: Cycles, agenda: Agenda, policies: Policies, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#cycles = cycles;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** The risk rating of those of the patients who have one. */
  async risks(reader: Reader, patientIds: readonly Id[]): Promise<Map<Id, RiskRating>> {
    const rows = await store.readStandings(reader, patientIds);
    return new Map(rows.flatMap(row => (row.risk === null ? [] : [[row.id, row.risk] as const])));
  }

  /** A rating that an official states for the file, as a confirmed list does. */
  async state(tx: Tx, { actor, patientId, risk }: { actor: Actor; patientId: Id; risk: RiskRating }): Promise<void> {
    const causeId = newId();
    await this.rate(tx, { patientId, risk, on: this.#clock.today(), source: 'import', causeId, by: actor.personId });
    await this.#audit.deed(tx, { actor, act: 'assessment:rated', objectKind: 'rating', objectId: causeId, patientId, facts: { risk } });
  }

  /**
   * Counts a finding into the standing and makes the dates that follow. The same cause again changes nothing.
   * @returns where the patient then stands; null when the cause was counted before.
   */
  async rate(tx: Tx, rated: Rated): Promise<store.StandingRow | null> {
    const today = this.#clock.today();
    const { patientId } = rated;
    const version = await this.#policies.versionInForce(tx, 'visit', today, { patientId });
    const before = await this.lock(tx, patientId, version.seq);
    const after = judged(before, await this.#counted(tx, before, rated, version));
    const { risk = null, stability = null } = rated;
    const judgement = { band: after.band, policySeq: version.seq, now: this.#clock.now() };
    if (!(await store.insertRating(tx, { ...rated, risk, stability, ...judgement }))) return null;
    await this.#write(tx, after, version.policy, today);
    // A special period, in a room beside this one, takes in and lets go by band.
    if (after.band !== before.band) await this.#outbox.put(tx, { kind: 'band-changed', key: rated.causeId, payload: { patientId } });
    if (after.stability !== before.stability) await this.#cycles.followClass(tx, patientId, after.stability);
    // The care team, below this room, thinks about a case team.
    if (after.stability !== before.stability || after.risk !== before.risk || after.lastIncidentOn !== before.lastIncidentOn)
      await this.#outbox.put(tx, { kind: 'standing-changed', key: rated.causeId, payload: { patientId } });
    return after;
  }

  /**
   * The row after a finding. A visit that was uploaded late raises the band as it would have done; what risk and class then are is told by
   * all findings in the order of their days.
   */
  async #counted(tx: Tx, before: store.StandingRow, rated: Rated, version: PolicyInForce<VisitPolicy>): Promise<store.StandingRow> {
    const today = this.#clock.today();
    // A rating that comes with a judgement is of the day of the judgement.
    const row = revised(before, rated.source === 'incident' ? { ...rated, on: today } : rated, version, today);
    if (rated.source !== 'visit' || !isOvertaken(rated, rated.on, before)) return row;
    const earlier = (await store.readFindings(tx, rated.patientId)).map(heard);
    const found = foundInOrder([...earlier, { ...rated, ratedAt: this.#clock.now() }]);
    return revised({ ...row, ...found }, {}, version, today);
  }

  /** Two people have agreed to the calmer band. Dates that were set stay until the next visit; seats that visit no more are dropped. */
  async lower(tx: Tx, before: store.StandingRow, band: string): Promise<store.StandingRow> {
    const today = this.#clock.today();
    const version = await this.#policies.versionInForce(tx, 'visit', today, { patientId: before.id });
    const after = { ...revised({ ...before, band }, {}, version, today), bandOn: today };
    await this.#write(tx, after, version.policy, today);
    return after;
  }

  /** The standing, locked until the transaction ends; an empty one for a patient who has none. */
  async lock(tx: Tx, patientId: Id, policySeq = 0): Promise<store.LockedStanding> {
    await store.ensureStanding(tx, patientId, policySeq);
    const row = await store.lockStanding(tx, patientId);
    if (!row) throw new Error('a standing that vanished');
    return row;
  }

  async #write(tx: Tx, after: store.StandingRow, policy: VisitPolicy, today: CalendarDate): Promise<void> {
    await store.writeStandings(tx, [after]);
    await lapseProposals(tx, [after.id]);
    if (after.policySeq !== store.NO_POLICY) await this.#setDues(tx, [after], () => policy, today);
  }

  /**
   * Makes the standing anew from everything that was found: findings came or went with a merge of files. A band that two people have lowered
   * stays lowered, unless what was found speaks for a more serious one.
   */
  async retell(tx: Tx, patientId: Id): Promise<void> {
    const today = this.#clock.today();
    const version = await this.#policies.versionInForce(tx, 'visit', today, { patientId });
    const before = await this.lock(tx, patientId, version.seq);
    const findings = (await store.readFindings(tx, patientId)).map(heard);
    const nothing = { ...before, ...NOTHING_KNOWN, riskOn: null, stabilityOn: null, bandOn: null, calmerBand: null, lastVisitOn: null };
    const events = inOrderTold(findings, await readLowerings(tx, patientId));
    const told = events.reduce<store.StandingRow>(
      (row, event) => ('found' in event ? revised(row, event.found, version, event.found.on) : lowered(row, event.lowered, version)),
      nothing,
    );
    const after = judged(before, revised({ ...told, ...foundInOrder(findings) }, {}, version, today));
    await this.#write(tx, after, version.policy, today);
    await this.#cycles.followClass(tx, patientId, after.stability);
  }

  /**
   * Gives everybody of a part a standing, and makes anew the dates that another policy made: one that begins today takes effect with the
   * plan of the day. Judgements stay as they were made.
   */
  async followPolicy(tx: Tx, day: CalendarDate, part: Part): Promise<void> {
    const versions = await this.#policies.spread(tx, 'visit', day);
    await store.ensureStandings(tx, part);
    const outdated = await store.readOutdated(
      tx,
      part,
      mapSpread(versions, ({ seq }) => seq),
    );
    if (outdated.length === 0) return;
    const moved = outdated.map(row => ({ row: revised(row, {}, inTownship(versions, row.townshipId), day), townshipId: row.townshipId }));
    const townships = new Map(moved.map(({ row, townshipId }) => [row.id, townshipId]));
    const rows = moved.map(({ row }) => row);
    await store.writeStandings(tx, rows);
    await lapseProposals(
      tx,
      rows.map(row => row.id),
    );
    await this.#setDues(tx, rows, id => inTownship(versions, townships.get(id) ?? '').policy, day);
  }

  async #setDues(tx: Tx, rows: readonly store.StandingRow[], policyOf: (id: Id) => VisitPolicy, today: CalendarDate): Promise<void> {
    const present = new Map<Id, DueRow[]>(rows.map(row => [row.id, []]));
    for (const due of await this.#agenda.dues(tx, [...present.keys()])) present.get(due.patientId)?.push(due);
    const made = rows.map(row => [row.id, revisedDues(row, policyOf(row.id), present.get(row.id) ?? [], today)] as const);
    await this.#agenda.setDues(tx, new Map(made));
  }
}

/** A finding as it counted when it was made: a rating that came with the judgement of an incident is of the day of the judgement. */
const heard = ({ on, ratedAt, source, risk, stability, decides }: store.PastFinding) => ({
  on: source === 'incident' ? dayOf(ratedAt) : on,
  ratedAt,
  ...(risk !== null && { risk }),
  ...(stability !== null && { stability, decides }),
  ...(source === 'visit' && { visitedOn: on }),
  ...(source === 'incident' && { incidentOn: on }),
});

/** The row after a lowering that was decided, which facts that speak for a more serious band undo at once. */
const lowered = (row: store.StandingRow, { band, on }: Lowering, version: PolicyInForce<VisitPolicy>): store.StandingRow =>
  lowersFrom(version.policy, row.band, band) ? { ...revised({ ...row, band }, {}, version, on), bandOn: on } : row;

/** What was found of somebody who is not diagnosed is kept, and says nothing of a band until they are. */
const judged = ({ diagnosed }: store.LockedStanding, after: store.StandingRow): store.StandingRow =>
  diagnosed ? after : { ...after, band: null, bandOn: null, calmerBand: null, policySeq: store.NO_POLICY };

/** The row after a finding, under this policy. */
function revised(
  before: store.StandingRow,
  finding: Finding & { readonly on?: CalendarDate; readonly visitedOn?: CalendarDate },
  { seq, policy }: PolicyInForce<VisitPolicy>,
  today: CalendarDate,
): store.StandingRow {
  const { facts, calmerBand } = standingAfter({ ...NOTHING_KNOWN, ...before }, finding, policy, today);
  const { on = today, visitedOn } = finding;
  return {
    ...before,
    ...facts,
    calmerBand,
    riskOn: finding.risk === undefined ? before.riskOn : on,
    stabilityOn: facts.stability === before.stability && finding.stability === undefined ? before.stabilityOn : on,
    bandOn: facts.band === before.band ? before.bandOn : today,
    lastVisitOn: visitedOn === undefined ? before.lastVisitOn : later(visitedOn, before.lastVisitOn ?? visitedOn),
    policySeq: seq,
  };
}
