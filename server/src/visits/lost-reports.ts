import type { Actor } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { IssueLostReportBody, LostReportAnswer, LostReportsAnswer } from '@guanhu/shared/visits/after-visit.contract';
import { lostLetter, type LostLetter } from '@guanhu/shared/visits/lost-letter.rules';
import type { LostReportState } from '@guanhu/shared/visits/rights.terms';
import { LOST_REASONS } from '@guanhu/shared/visits/visits.terms';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { Lives, Patients, openPatientName } from '../registry/registry.public.ts';
import * as store from './lost-report.store.ts';
import { readTried } from './visits.store.ts';

type PageAsked = { readonly state?: LostReportState | undefined; readonly after?: string | undefined; readonly limit: number };
/** 连续3次未访到 on the form. */
const THREE_MISSED = 4;
/** Visits that the letter looks back at. */
const LOOKED_BACK = 60;

/** The written report on a patient who was lost to follow-up (YM-01): drafted when the file's life turns so, sent by an official. */
@Injectable()
export class LostReports {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #people: People;
  readonly #places: Places;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #lives: Lives;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    vaults: Vaults,
    access: Access,
    people: People,
    places: Places,
    teams: Teams,
    patients: Patients,
    lives: Lives,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#people = people;
    this.#places = places;
    this.#teams = teams;
    this.#patients = patients;
    this.#lives = lives;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, { state, after, limit }: PageAsked): Promise<LostReportsAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const rows = await store.readLostReports(county, vault, {
      scope: this.#access.scope(actor, 'lost-report:read'),
      state: state ?? null,
      after: readPageKey(after),
      limit: limit + 1,
      today: this.#clock.today(),
    });
    const { shown, last } = pageOf(rows, limit);
    await this.#audit.read(county, { actor, what: 'lost-report-list', patientIds: [...new Set(shown.map(row => row.patientId))] });
    return {
      rows: shown.map(row => ({
        reportId: row.id,
        patientId: row.patientId,
        patientName: openPatientName(vault, row.patientId, row.name_sealed),
        villageName: row.villageName,
        state: row.state,
        draftedOn: row.draftedOn,
        issuedAt: row.issuedAt?.toISOString() ?? null,
      })),
      next: last ? pageKey({ at: last.createdAt, id: last.id }) : null,
    };
  }

  async one(actor: Actor, reportId: Id): Promise<LostReportAnswer> {
    const county = this.#database.county(actor.countyId);
    const report = await this.#get(county, actor, 'lost-report:read', reportId);
    await this.#audit.read(county, { actor, what: 'lost-report', patientIds: [report.patientId] });
    return this.#view(county, report);
  }

  /** @throws Refusal LOST_REPORT_ISSUED, LOST_REPORT_VOID, STALE */
  async issue(tx: Tx, actor: Actor, reportId: Id, { version, to, paragraphs }: IssueLostReportBody): Promise<LostReportAnswer> {
    const report = await this.#get(tx, actor, 'lost-report:issue', reportId);
    if (report.version !== version) throw new Refusal('STALE');
    if (report.state !== 'draft') throw new Refusal(report.state === 'issued' ? 'LOST_REPORT_ISSUED' : 'LOST_REPORT_VOID');
    const now = this.#clock.now();
    const letter = { ...(await this.#letter(tx, report)), to, paragraphs };
    const issued = { id: reportId, version, letter, by: actor.personId, now };
    if (!(await store.issueLostReport(tx, await this.#vaults.of(tx.countyId), issued))) throw new Refusal('STALE');
    const { patientId } = report;
    await this.#audit.deed(tx, { actor, act: 'visits:lost-report-issued', objectKind: 'lost-report', objectId: reportId, patientId });
    return this.#view(tx, { ...report, state: 'issued', issuedAt: now, letter, version: version + 1 });
  }

  async #get(reader: Reader, actor: Actor, permission: 'lost-report:read' | 'lost-report:issue', id: Id): Promise<store.LostReportRow> {
    const report = await store.readLostReport(reader, await this.#vaults.of(reader.countyId), id);
    if (!report) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(reader, actor, permission, report.patientId);
    return report;
  }

  async #view(reader: Reader, report: store.LostReportRow): Promise<LostReportAnswer> {
    const letter = await this.#letter(reader, report);
    return {
      reportId: report.id,
      patientId: report.patientId,
      patientName: openPatientName(await this.#vaults.of(reader.countyId), report.patientId, report.name_sealed),
      villageName: report.villageName,
      state: report.state,
      draftedOn: report.draftedOn,
      issuedAt: report.issuedAt?.toISOString() ?? null,
      version: report.version,
      letter: { ...letter, to: [...letter.to], paragraphs: [...letter.paragraphs] },
    };
  }

  /** As it was sent; a draft is made from what the file says now. */
  async #letter(reader: Reader, report: store.LostReportRow): Promise<LostLetter> {
    if (report.letter !== null) return report.letter;
    const { patientId, villageName } = report;
    const patient = await this.#patients.find(reader, patientId);
    const guardians = await this.#patients.guardians(reader, [patientId]);
    const contacts = await this.#people.contacts(
      reader,
      guardians.map(one => one.personId),
    );
    const { rows: areas } = await this.#places.areas(reader);
    const { lostReason = THREE_MISSED } = await this.#lives.statedOf(reader, report.turnId);
    const tried = await readTried(reader, patientId, LOOKED_BACK);
    const seen = tried.findIndex(one => one.result === 'done');
    const missed = (seen < 0 ? tried : tried.slice(0, seen)).filter(one => one.result === 'missed').map(one => one.on);
    return lostLetter({
      townshipName: areas.find(area => area.areaId === patient?.townshipId)?.name ?? '',
      villageName,
      patientName: patient?.name ?? '',
      idNumber: patient?.idNumber ?? null,
      guardianNames: guardians.flatMap(one => contacts.get(one.personId)?.name ?? []),
      reason: LOST_REASONS[lostReason as keyof typeof LOST_REASONS],
      missedOn: [...new Set<CalendarDate>(missed)].reverse(),
      lastSeenOn: tried[seen]?.on ?? null,
      on: report.draftedOn,
    });
  }
}
