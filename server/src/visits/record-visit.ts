import type { Actor } from '@guanhu/shared/access/access.terms';
import { isOverdue } from '@guanhu/shared/agenda/due.rules';
import { overrideLacksReason, proposeClass, type Proposal } from '@guanhu/shared/assessment/classification.rules';
import {
  NOTHING_KNOWN,
  intervalDays,
  retryOn,
  revisedDues,
  standingAfter,
  type NextStanding,
} from '@guanhu/shared/assessment/standing.rules';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { VisitPolicy } from '@guanhu/shared/policy/policy.terms';
import { bandView } from '@guanhu/shared/policy/visit-policy.rules';
import type { DoneRecord, VisitRecordBody } from '@guanhu/shared/visits/visit-record.contract';
import type { RecordVisitAnswer, RecordVisitBody } from '@guanhu/shared/visits/visits.contract';
import { decideNextDate } from '@guanhu/shared/visits/visit.rules';
import { Injectable } from '@nestjs/common';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import { Lives } from '../registry/registry.public.ts';
import { foundBy } from './found-by.ts';
import { readStandingFacts, readVisit, storeRecord, type VisitRow } from './visits.store.ts';

/** 医嘱勿需用药 on the form. */
const NO_MEDICINE_ORDERED = 4;
/** What a visit without an interval is tried again after. */
const NO_INTERVAL_DAYS = 14;

/** The visitor fills in the national form; the answer says what it leads to. */
@Injectable()
export class RecordVisit {
  readonly #teams: Teams;
  readonly #lives: Lives;
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #outbox: Outbox;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    teams: Teams,
    lives: Lives,
    agenda: Agenda,
    planning: Planning,
    policies: Policies,
    vaults: Vaults,
    outbox: Outbox,
    audit: Audit,
    clock: Clock,
  ) {
    this.#teams = teams;
    this.#lives = lives;
    this.#agenda = agenda;
    this.#planning = planning;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, visitId: Id, { version, record }: RecordVisitBody): Promise<RecordVisitAnswer> {
    const visit = await this.#mine(tx, actor, visitId, version);
    const proposed = record.result === 'done' ? proposalFor(record) : null;
    const today = this.#clock.today();
    // What comes next follows the policy of today, also after a visit that was uploaded late.
    const policy = await this.#policies.inForce(tx, 'visit', today, { patientId: visit.patientId });
    const before = (await readStandingFacts(tx, visit.patientId)) ?? NOTHING_KNOWN;
    const finding = record.result === 'done' ? { risk: record.risk, stability: record.stability, decides: visit.seat === 'doctor' } : {};
    const next = standingAfter(before, finding, policy, today);
    const dueOn = nextDate(record, visit, next, policy);

    const vault = await this.#vaults.of(tx.countyId);
    const stored = await storeRecord(tx, vault, { id: visitId, version, record, now: this.#clock.now() });
    if (stored === undefined) throw new Refusal('STALE');
    await this.#plan(tx, actor, visit, record, { next, policy, dueOn });
    await this.#tell(tx, actor, visit, record);
    await this.#audit.deed(tx, {
      actor,
      act: 'visits:recorded',
      objectKind: 'visit',
      objectId: visitId,
      patientId: visit.patientId,
      facts: { result: record.result, proposed: proposed?.stability ?? null, nextDueOn: dueOn },
    });
    const dues = await this.#agenda.dues(tx, [visit.patientId]);
    return {
      visitId,
      version: stored,
      proposed: proposed && { ...proposed, reasons: [...proposed.reasons] },
      stability: next.facts.stability,
      band: bandView(policy, next.facts.band),
      held: next.calmerBand === null ? null : 'BAND_DOWNGRADE_NEEDS_TWO',
      nextDueOn: dues.find(due => due.seat === visit.seat)?.dueOn ?? null,
      dues: dues.map(due => ({ seat: due.seat, dueOn: due.dueOn, overdue: isOverdue(due.overdueAfter, today) })),
    };
  }

  async #mine(tx: Tx, actor: Actor, visitId: Id, version: number): Promise<VisitRow> {
    const visit = await readVisit(tx, visitId);
    if (!visit) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(tx, actor, 'visit:write', visit.patientId);
    if (visit.personId !== actor.personId) throw new Refusal('VISIT_OF_ANOTHER');
    if (visit.state === 'recorded') throw new Refusal('VISIT_RECORDED');
    if (visit.version !== version) throw new Refusal('STALE');
    return visit;
  }

  /** Ends the visit that was open, and makes the dates that follow, in the same commit. */
  async #plan(
    tx: Tx,
    actor: Actor,
    visit: VisitRow,
    record: VisitRecordBody,
    { next, policy, dueOn }: { next: NextStanding; policy: VisitPolicy; dueOn: CalendarDate | null },
  ): Promise<void> {
    const { patientId, seat, on } = visit;
    await this.#lives.found(tx, actor, { patientId, visitId: visit.id, ...foundBy(record, on) });
    if (record.result === 'deceased') return;
    const counted = (await this.#agenda.dues(tx, [patientId])).find(due => due.seat === seat)?.countedFrom;
    // A visit that was uploaded late does not turn back what a later one has set.
    if (counted === undefined || counted <= on)
      await this.#agenda.visited(tx, {
        patientId,
        seat,
        by: actor.personId,
        next: dueOn === null ? null : { seat, countedFrom: on, dueOn },
      });
    const present = await this.#agenda.dues(tx, [patientId]);
    await this.#agenda.setDues(tx, new Map([[patientId, revisedDues(next.facts, policy, present, this.#clock.today())]]));
    await this.#planning.visitsOf(tx, patientId);
  }

  /** Promises to the rooms beside this one what was found. */
  async #tell(tx: Tx, actor: Actor, { id: visitId, patientId, on, seat }: VisitRow, record: VisitRecordBody): Promise<void> {
    if (record.result !== 'done') return;
    const { risk, stability, adherence } = record;
    const found = { visitId, patientId, on };
    await this.#outbox.put(tx, {
      kind: 'visit-recorded',
      key: visitId,
      payload: { ...found, risk, stability, decides: seat === 'doctor', by: actor.personId },
    });
    if (adherence === undefined) return;
    await this.#outbox.put(tx, {
      kind: 'visit-found-medicine',
      key: visitId,
      payload: { ...found, ordered: adherence !== NO_MEDICINE_ORDERED },
    });
  }
}

/** @throws Refusal OVERRIDE_NEEDS_REASON */
function proposalFor(record: DoneRecord): Proposal {
  const proposed = proposeClass(record);
  if (overrideLacksReason(proposed.stability, record.stability, record.overrideReason)) throw new Refusal('OVERRIDE_NEEDS_REASON');
  return proposed;
}

/** When this seat is due next; null when it visits no more. */
function nextDate(record: VisitRecordBody, { on, seat }: VisitRow, { facts }: NextStanding, policy: VisitPolicy): CalendarDate | null {
  if (record.result === 'deceased') return null;
  const interval = intervalDays(facts, policy, seat);
  if (record.result !== 'done') return retryOn(on, interval ?? NO_INTERVAL_DAYS);
  return interval === null ? null : unwrap(decideNextDate(record.nextDueOn, addDays(on, interval), on));
}
