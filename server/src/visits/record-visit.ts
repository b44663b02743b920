import type { Actor } from '@guanhu/shared/access/access.terms';
import { isOverdue } from '@guanhu/shared/agenda/due.rules';
import { overrideLacksReason, proposeClass, type Proposal } from '@guanhu/shared/assessment/classification.rules';
import {
  NOTHING_KNOWN,
  hastened,
  intervalDays,
  retryOn,
  revisedDues,
  standingAfterVisit,
  type Finding,
  type NextStanding,
} from '@guanhu/shared/assessment/standing.rules';
import { addDays, dayOf, yearOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { VisitPolicy, VisitingSeat } from '@guanhu/shared/policy/policy.terms';
import { EARLY_REVISIT_DAYS, bandView } from '@guanhu/shared/policy/visit-policy.rules';
import type { VisitWorkPolicy } from '@guanhu/shared/policy/visit-work.terms';
import { isUrgent } from '@guanhu/shared/visits/absorb.rules';
import { decideFinishedAt, decideNextDate } from '@guanhu/shared/visits/visit.rules';
import { flagsOfRecord, isLateRecord, type VisitFlag } from '@guanhu/shared/visits/visit-flags.rules';
import type { DoneRecord, NationalRecord, QuickRecord } from '@guanhu/shared/visits/visit-record.terms';
import type { RecordVisitAnswer } from '@guanhu/shared/visits/visits.contract';
import { isDiagnosed } from '@guanhu/shared/registry/patient-life.rules';
import { Injectable } from '@nestjs/common';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults, type CountyVault } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import { Lives } from '../registry/registry.public.ts';
import { foundBy } from './found-by.ts';
import { insertPresences } from './presence.store.ts';
import { companionsOf, type Companion } from './visit-companions.ts';
import { isReportedBy } from './lost-report.store.ts';
import { VisitConsequences } from './visit-consequences.ts';
import { VisitDetailsOf, type RecordBody } from './visit-details.ts';
import { VisitForms } from './visit-forms.ts';
import { VisitWatches } from './visit-watches.ts';
import { tellYears } from './visit-year.store.ts';
import { isOvertaken, lockPatient, readEarlier, readStandingFacts, readVisit, storeRecord, type VisitRow } from './visits.store.ts';

/** 医嘱勿需用药 on the form. */
const NO_MEDICINE_ORDERED = 4;
/** What a visit without an interval is tried again after. */
const NO_INTERVAL_DAYS = 14;

const NEVER_RATED = { ...NOTHING_KNOWN, riskOn: null, stabilityOn: null };

type AnyRecord = NationalRecord | QuickRecord;
type Rules = { readonly next: NextStanding; readonly policy: VisitPolicy; readonly work: VisitWorkPolicy };

/** The visitor fills in a form for everybody who was there; the answer says what it leads to. */
@Injectable()
export class RecordVisit {
  readonly #teams: Teams;
  readonly #lives: Lives;
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #policies: Policies;
  readonly #forms: VisitForms;
  readonly #details: VisitDetailsOf;
  readonly #consequences: VisitConsequences;
  readonly #vaults: Vaults;
  readonly #watches: VisitWatches;
  readonly #outbox: Outbox;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    teams: Teams,
    lives: Lives,
    agenda: Agenda,
    planning: Planning,
    policies: Policies,
    forms: VisitForms,
    details: VisitDetailsOf,
    consequences: VisitConsequences,
    vaults: Vaults,
    watches: VisitWatches,
    outbox: Outbox,
    audit: Audit,
    clock: Clock,
  ) {
    this.#teams = teams;
    this.#lives = lives;
    this.#agenda = agenda;
    this.#planning = planning;
    this.#policies = policies;
    this.#forms = forms;
    this.#details = details;
    this.#consequences = consequences;
    this.#vaults = vaults;
    this.#watches = watches;
    this.#outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, visitId: Id, body: RecordBody): Promise<RecordVisitAnswer> {
    const visit = await this.#mine(tx, actor, visitId, body.version);
    const { form, edition, record } = await this.#forms.check(tx, body);
    const [today, now] = [this.#clock.today(), this.#clock.now()];
    const work = await this.#policies.inForce(tx, 'visitWork', today, visit);
    const finishedAt = unwrap(decideFinishedAt(body.finishedAt === undefined ? now : new Date(body.finishedAt), visit.at, now));
    if (isLateRecord(visit.on, dayOf(finishedAt), work) && body.lateReason === undefined) throw new Refusal('VISIT_LATE_NEEDS_REASON');
    const proposed = isNational(record) ? proposalFor(record) : null;
    const team = await this.#teams.seats(tx, [visit.patientId]);
    const companions = companionsOf(actor, visit.seat, team, body.companions ?? []);

    // What comes next follows the policy of today, also after a visit that was uploaded late.
    const policy = await this.#policies.inForce(tx, 'visit', today, visit);
    const before = (await readStandingFacts(tx, visit.patientId)) ?? NEVER_RATED;
    const next = standingAfterVisit(before, findingOf(record, visit.seat), { on: visit.on, policy, today });
    const rules = { next, policy, work };
    // Of a suspicion nothing follows but its being settled: no band, and no round of visits.
    const isKnown = isDiagnosed((await this.#lives.find(tx, visit.patientId))?.state ?? 'inCare');
    const dueOn = isKnown ? nextDate(record, visit, rules) : null;

    const vault = await this.#vaults.of(tx.countyId);
    const details = await this.#details.of(tx, vault, visit, record, body, { proposed, work });
    const flags = await this.#flags(tx, vault, visit, record, finishedAt, work);
    const stored = await storeRecord(tx, vault, { id: visitId, version: body.version, form, edition, record, details, flags, now });
    if (stored === undefined) throw new Refusal('STALE');
    await tellYears(tx, [visit.patientId], { from: yearOf(visit.on), to: yearOf(today) });
    await this.#watches.stop(tx, visitId);
    const led = await this.#consequences.run(tx, actor, visit, record, work);
    await this.#plan(tx, actor, visit, record, rules, { isKnown, dueOn }, companions);
    if (record.result !== 'done' && (await isReportedBy(tx, visit))) led.push('lostReport');
    await this.#tell(tx, actor, visit, record, isKnown);
    await this.#audit.deed(tx, {
      actor,
      act: 'visits:recorded',
      objectKind: 'visit',
      objectId: visitId,
      patientId: visit.patientId,
      facts: { form, result: record.result, proposed: proposed?.stability ?? null, nextDueOn: dueOn, companions: companions.length },
    });
    const dues = await this.#agenda.dues(tx, [visit.patientId]);
    return {
      visitId,
      version: stored,
      proposed: proposed && { ...proposed, reasons: [...proposed.reasons] },
      stability: next.facts.stability,
      band: isKnown ? bandView(policy, next.facts.band) : null,
      held: !isKnown || next.calmerBand === null ? null : 'BAND_DOWNGRADE_NEEDS_TWO',
      nextDueOn: dues.find(due => due.seat === visit.seat)?.dueOn ?? null,
      dues: dues.map(due => ({ seat: due.seat, dueOn: due.dueOn, overdue: isOverdue(due.overdueAfter, today) })),
      score: details.score && { points: { ...details.score.points }, total: details.score.total, most: details.score.most },
      led,
    };
  }

  /** The visit, with its patient taken: whoever records another visit of the same patient waits here. */
  async #mine(tx: Tx, actor: Actor, visitId: Id, version: number): Promise<VisitRow> {
    const found = await readVisit(tx, visitId);
    if (!found) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireThen(tx, actor, 'visit:write', found.patientId, found.on);
    if (found.personId !== actor.personId) throw new Refusal('VISIT_OF_ANOTHER');
    await lockPatient(tx, found.patientId);
    const visit = (await readVisit(tx, visitId)) ?? found;
    if (visit.state === 'recorded') throw new Refusal('VISIT_RECORDED');
    if (visit.version !== version) throw new Refusal('STALE');
    return visit;
  }

  async #flags(
    tx: Tx,
    vault: CountyVault,
    visit: VisitRow,
    record: AnyRecord,
    finishedAt: Date,
    work: VisitWorkPolicy,
  ): Promise<readonly VisitFlag[]> {
    const [before] = await readEarlier(tx, vault, { patientId: visit.patientId, before: visit.at, most: 1 });
    const form = 'form' in record ? record.form : undefined;
    return flagsOfRecord(visit.flags, { at: visit.at, finishedAt, form, note: record.note, noteBefore: before?.record?.note }, work);
  }

  /** Ends the visits that were open for everybody who was there, and makes the dates that follow, in the same commit. */
  async #plan(
    tx: Tx,
    actor: Actor,
    visit: VisitRow,
    record: AnyRecord,
    rules: Rules,
    { isKnown, dueOn }: { isKnown: boolean; dueOn: CalendarDate | null },
    companions: readonly Companion[],
  ): Promise<void> {
    const { patientId, on } = visit;
    const before = await this.#agenda.dues(tx, [patientId]);
    const dueOf = (seat: VisitingSeat | null) => before.find(due => due.seat === seat);
    await insertPresences(
      tx,
      visit,
      companions.map(({ personId, seat, visits }) => ({
        personId,
        seat,
        countedBefore: dueOf(visits)?.countedFrom ?? null,
        dueBefore: dueOf(visits)?.dueOn ?? null,
      })),
    );
    await this.#lives.found(tx, actor, { patientId, visitId: visit.id, ...foundBy(record, on), overtaken: await isOvertaken(tx, visit) });
    if (record.result === 'deceased' || !isKnown) return;
    const visited = async (seat: VisitingSeat, by: Id, next: CalendarDate | null) => {
      const counted = dueOf(seat)?.countedFrom;
      // A visit that was uploaded late does not turn back what a later one has set.
      if (counted !== undefined && counted > on) return;
      await this.#agenda.visited(tx, { patientId, seat, by, next: next === null ? null : { seat, countedFrom: on, dueOn: next } });
    };
    await visited(visit.seat, actor.personId, dueOn);
    for (const { visits, personId } of companions)
      if (visits !== null) await visited(visits, personId, nextDateOf(visits, record, visit, rules));
    const present = await this.#agenda.dues(tx, [patientId]);
    const revised = revisedDues(rules.next.facts, rules.policy, present, this.#clock.today());
    const made = isUrgent(record) ? hastened(revised, ['doctor'], addDays(on, EARLY_REVISIT_DAYS)) : revised;
    await this.#agenda.setDues(tx, new Map([[patientId, made]]));
    await this.#planning.visitsOf(tx, patientId);
  }

  /** Promises to the rooms beside this one what was found. */
  async #tell(tx: Tx, actor: Actor, { id: visitId, patientId, on, seat }: VisitRow, record: AnyRecord, isKnown: boolean): Promise<void> {
    if (record.result !== 'done') return;
    const { risk, adherence } = record;
    const found = { visitId, patientId, on };
    await this.#outbox.put(tx, {
      kind: 'visit-recorded',
      key: visitId,
      payload: {
        ...found,
        ...(risk === undefined ? {} : { risk }),
        ...('stability' in record ? { stability: record.stability } : {}),
        decides: seat === 'doctor',
        by: actor.personId,
      },
    });
    if (adherence === undefined || !isKnown) return;
    await this.#outbox.put(tx, {
      kind: 'visit-found-medicine',
      key: visitId,
      payload: { ...found, adherence, ordered: adherence !== NO_MEDICINE_ORDERED },
    });
  }
}

const isNational = (record: AnyRecord): record is DoneRecord => record.result === 'done' && 'stability' in record;

const findingOf = (record: AnyRecord, seat: VisitingSeat): Finding =>
  record.result !== 'done'
    ? {}
    : { risk: record.risk, ...('stability' in record ? { stability: record.stability, decides: seat === 'doctor' } : {}) };

/** @throws Refusal OVERRIDE_NEEDS_REASON */
function proposalFor(record: DoneRecord): Proposal {
  const proposed = proposeClass(record);
  if (overrideLacksReason(proposed.stability, record.stability, record.overrideReason)) throw new Refusal('OVERRIDE_NEEDS_REASON');
  return proposed;
}

/** When the visitor's seat is due next; null when it visits no more. */
function nextDate(record: AnyRecord, visit: VisitRow, rules: Rules): CalendarDate | null {
  const byRule = nextDateOf(visit.seat, record, visit, rules);
  if (byRule === null || !isNational(record)) return byRule;
  return unwrap(decideNextDate(record.nextDueOn, byRule, visit.on));
}

/** When a seat that was there is due next by the rules alone. */
function nextDateOf(
  seat: VisitingSeat,
  record: AnyRecord,
  { on }: VisitRow,
  { next: { facts }, policy, work }: Rules,
): CalendarDate | null {
  if (record.result === 'deceased') return null;
  const interval = intervalDays(facts, policy, seat);
  if (record.result !== 'done') return retryOn(on, interval ?? NO_INTERVAL_DAYS, work.retryDays);
  return interval === null ? null : addDays(on, interval);
}
