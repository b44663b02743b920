import type { Actor } from '@guanhu/shared/access/access.terms';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { KeptAnswer, Read, ReadersAnswer, SubjectsAnswer } from '@guanhu/shared/rights/kept.contract';
import {
  FILE_FIELDS,
  KEPT_GROUPS,
  READ_WORDS,
  readKind,
  type FileField,
  type KeptGroup,
  type ReadKind,
} from '@guanhu/shared/rights/kept.terms';
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
        ...(own === undefined ? [] : [{ patientId: own, as: 'self' as const }]),
        ...guarded.map(({ patientId }) => ({ patientId, as: 'guardian' as const })),
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
    const groups = (Object.keys(KEPT_GROUPS) as KeptGroup[]).map(kind => ({
      kind,
      fields: kind === 'file' ? (Object.keys(FILE_FIELDS) as FileField[]).filter(field => patient[field] !== null) : [],
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
    const byDay = new Map<CalendarDate, Map<string, Read>>();
    const add = (on: CalendarDate, personId: Id, what: ReadKind, times: number) => {
      const lines = byDay.get(on) ?? new Map<string, Read>();
      const line = { ...who(personId, on), what, times };
      // Kinds that are told in the same words are one line.
      const key = `${line.area ?? ''} ${line.who} ${READ_WORDS[what]}`;
      lines.set(key, { ...line, times: times + (lines.get(key)?.times ?? 0) });
      byDay.set(on, lines);
    };
    for (const { on, personId } of emergencies) add(on, personId, 'emergency', 1);
    for (const { on, personId, what, times } of reads) add(on, personId, readKind(what), times);
    const days = [...byDay].sort(([a], [b]) => (a < b ? 1 : -1)).map(([on, lines]) => ({ on, reads: [...lines.values()] }));
    return { from: span.from, until, days };
  }

  /** Each reader by the post held on that day, the patient and the guardians as such. */
  async #whoWasWho(
    reader: Reader,
    reads: readonly { personId: Id }[],
    { guardians, self }: { guardians: readonly Id[]; self: readonly Id[] },
  ): Promise<(personId: Id, on: CalendarDate) => Pick<Read, 'who' | 'area'>> {
    const posts = await this.#people.posts(reader, [...new Set(reads.map(read => read.personId))]);
    return (personId, on) => {
      if (self.includes(personId)) return { who: 'self', area: null };
      const held = posts.find(post => post.personId === personId && post.from <= on && (post.until === null || post.until >= on));
      if (held) return { who: held.role, area: held.areaName };
      return { who: guardians.includes(personId) ? 'guardian' : 'member', area: null };
    };
  }
}
