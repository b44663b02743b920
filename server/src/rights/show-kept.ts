import { ROLES, type Actor } from '@guanhu/shared/access/access.terms';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { KeptAnswer, ReadersAnswer, SubjectsAnswer } from '@guanhu/shared/rights/kept.contract';
import { EMERGENCY_READ, FILE_FIELDS, KEPT_GROUPS, OTHER_READ, READ_WORDS, type KeptGroup } from '@guanhu/shared/rights/kept.terms';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit, confidentialPatterns } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { PatientAccounts, Patients } from '../registry/registry.public.ts';
import { readCounts, readEmergencies, readReads } from './kept.store.ts';

/** How many days one look at the readers shows. */
const DAYS = 31;
const SELF = '本人';
const GUARDIAN = '监护人';
const NO_POST = '小组成员';

/** What is kept about a patient and who read it, for the patient and the guardians. */
@Injectable()
export class ShowKept {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #accounts: PatientAccounts;
  readonly #people: People;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, teams: Teams, patients: Patients, accounts: PatientAccounts, people: People, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#teams = teams;
    this.#patients = patients;
    this.#accounts = accounts;
    this.#people = people;
    this.#audit = audit;
    this.#clock = clock;
  }

  async subjects(actor: Actor): Promise<SubjectsAnswer> {
    const county = this.#database.county(actor.countyId);
    const own = await this.#accounts.patientOf(county, actor.personId);
    const wards = await this.#patients.wards(county, actor.personId);
    const guarded = wards.filter(ward => ward.patientId !== own);
    return {
      rows: [
        ...(own === undefined ? [] : [{ patientId: own, label: SELF, as: 'self' as const }]),
        // Told apart by a number, never by a name.
        ...guarded.map(({ patientId }, at) => ({
          patientId,
          label: guarded.length > 1 ? `我照护的家人（${String(at + 1)}）` : '我照护的家人',
          as: 'guardian' as const,
        })),
      ],
    };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async kept(actor: Actor, patientId: Id): Promise<KeptAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'kept:read', patientId);
    const patient = await this.#patients.find(county, patientId);
    if (!patient) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const counts = new Map((await readCounts(county, patientId, actor.personId)).map(row => [row.kind, row]));
    await this.#audit.read(county, { actor, what: 'kept', patientIds: [patientId] });
    const filled = (Object.keys(FILE_FIELDS) as (keyof typeof FILE_FIELDS)[]).filter(field => patient[field] !== null);
    const groups = (Object.keys(KEPT_GROUPS) as KeptGroup[]).map(kind => ({
      ...KEPT_GROUPS[kind],
      details: kind === 'file' ? filled.map(field => FILE_FIELDS[field]) : [],
      count: kind === 'file' ? 1 : (counts.get(kind)?.count ?? 0),
      lastOn: counts.get(kind)?.lastOn ?? null,
    }));
    return { groups: groups.filter(group => group.count > 0) };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async readers(actor: Actor, patientId: Id, query: { until?: CalendarDate | undefined }): Promise<ReadersAnswer> {
    const county = this.#database.county(actor.countyId);
    const { guardians, self = [] } = await this.#teams.requireFor(county, actor, 'kept:read', patientId);
    const until = query.until ?? this.#clock.today();
    const span = { patientId, from: addDays(until, 1 - DAYS), until };
    const reads = await readReads(county, { ...span, hidden: confidentialPatterns() });
    const emergencies = await readEmergencies(county, span);
    await this.#audit.read(county, { actor, what: 'readers', patientIds: [patientId] });
    const who = await this.#whoWasWho(county, [...reads, ...emergencies], { guardians, self });
    const byDay = new Map<CalendarDate, Map<string, { who: string; what: string; times: number }>>();
    const add = (on: CalendarDate, personId: Id, what: string, times: number) => {
      const lines = byDay.get(on) ?? new Map<string, { who: string; what: string; times: number }>();
      const line = { who: who(personId, on), what, times };
      const key = `${line.who} ${what}`;
      lines.set(key, { ...line, times: times + (lines.get(key)?.times ?? 0) });
      byDay.set(on, lines);
    };
    for (const { on, personId } of emergencies) add(on, personId, EMERGENCY_READ, 1);
    for (const { on, personId, what, times } of reads) add(on, personId, READ_WORDS[what] ?? OTHER_READ, times);
    const days = [...byDay].sort(([a], [b]) => (a < b ? 1 : -1)).map(([on, lines]) => ({ on, reads: [...lines.values()] }));
    return { from: span.from, until, days };
  }

  /** Each reader by the post held on that day, the patient and the guardians as such. */
  async #whoWasWho(
    reader: Reader,
    reads: readonly { personId: Id }[],
    { guardians, self }: { guardians: readonly Id[]; self: readonly Id[] },
  ): Promise<(personId: Id, on: CalendarDate) => string> {
    const posts = await this.#people.posts(reader, [...new Set(reads.map(read => read.personId))]);
    return (personId, on) => {
      if (self.includes(personId)) return SELF;
      const held = posts.find(post => post.personId === personId && post.from <= on && (post.until === null || post.until >= on));
      if (held) return `${held.areaName} ${ROLES[held.role]}`;
      return guardians.includes(personId) ? GUARDIAN : NO_POST;
    };
  }
}
