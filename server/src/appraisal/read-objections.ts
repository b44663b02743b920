import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import { laterFacts } from '@guanhu/shared/appraisal/evidence.rules';
import { decideAnswerer, isUnanswered } from '@guanhu/shared/appraisal/objection.rules';
import type { ListObjectionsQuery, ObjectionDetail, ObjectionPage } from '@guanhu/shared/appraisal/objections.contract';
import { calendarDate, isCalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { isId, type Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Agreements } from '../agreements/agreements.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import { Attachments, Patients } from '../registry/registry.public.ts';
import { appraisalsByIds, readOpinions } from './appraisal.store.ts';
import { GatherEvidence } from './gather-evidence.ts';
import { listObjections, objectionsTo, readObjection, type DueKey, type ObjectionRow } from './objection.store.ts';
import { Objections } from './objections.ts';

type Row = ObjectionPage['rows'][number];

/** Objections as those read them who answer. */
@Injectable()
export class ReadObjections {
  readonly #database: Database;
  readonly #access: Access;
  readonly #people: People;
  readonly #places: Places;
  readonly #patients: Patients;
  readonly #agreements: Agreements;
  readonly #objections: Objections;
  readonly #evidence: GatherEvidence;
  readonly #attachments: Attachments;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    people: People,
    places: Places,
    patients: Patients,
    agreements: Agreements,
    objections: Objections,
    evidence: GatherEvidence,
    attachments: Attachments,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#people = people;
    this.#places = places;
    this.#patients = patients;
    this.#agreements = agreements;
    this.#objections = objections;
    this.#evidence = evidence;
    this.#attachments = attachments;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal INPUT_INVALID when the key was not made by this list */
  async list(actor: Actor, query: ListObjectionsQuery & { limit: number }): Promise<ObjectionPage> {
    const reader = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'objection:read');
    const page = { areas, state: query.state ?? null, after: readDueKey(query.after), limit: query.limit + 1 };
    const { shown, last } = pageOf(await listObjections(reader, await this.#vaults.of(reader.countyId), page), query.limit);
    await this.#audit.read(reader, { actor, what: 'objection:list', patientIds: [...new Set(shown.map(row => row.patientId))] });
    return { rows: await this.#rows(reader, actor, shown), next: last ? `${last.dueOn}_${last.id}` : null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async one(actor: Actor, objectionId: Id): Promise<ObjectionDetail> {
    const reader = this.#database.county(actor.countyId);
    const row = await this.#find(reader, actor, objectionId);
    await this.#audit.read(reader, { actor, what: 'objection', patientIds: [row.patientId] });
    return this.detail(reader, actor, objectionId);
  }

  /** The recording, for those who may answer. @throws Refusal NOT_FOUND_OR_NO_ACCESS, FILE_REMOVED */
  async voice(actor: Actor, objectionId: Id): Promise<FileToSave> {
    const reader = this.#database.county(actor.countyId);
    const { voiceId } = await this.#find(reader, actor, objectionId);
    const file = voiceId === null ? undefined : await this.#attachments.find(reader, voiceId);
    if (!file) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return this.#attachments.read(reader, actor, file);
  }

  /** One objection in full; permission has been asked. */
  async detail(reader: Reader, actor: Actor, objectionId: Id): Promise<ObjectionDetail> {
    const vault = await this.#vaults.of(reader.countyId);
    const row = await readObjection(reader, vault, objectionId);
    const appraisal = row && (await appraisalsByIds(reader, [row.appraisalId]))[0];
    if (!row || !appraisal) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const [base] = await this.#rows(reader, actor, [row]);
    if (!base) throw new Error('an objection without its row');
    const opinions = await readOpinions(reader, vault, appraisal.id);
    const others = await objectionsTo(reader, vault, [appraisal.id]);
    const [now] = await this.#evidence.of(reader, [appraisal]);
    // The opinions that stood when it was objected to.
    const decided = opinions.findLast(each => each.at <= row.at && each.breaches.length > 0);
    const before = [...opinions.map(each => each.personId), ...others.flatMap(each => each.answeredBy ?? [])];
    return {
      ...base,
      agreementNumber: (await this.#agreements.find(reader, appraisal.agreement_id))?.number ?? '',
      fullFen: appraisal.full_fen,
      decidedFen: appraisal.floor_fen ?? appraisal.decided_fen ?? 0,
      breaches: (decided?.breaches ?? []).map(({ clause, evidence }) => ({ clause, evidence })),
      guardianHeardOn: decided?.guardianHeardOn ?? null,
      later: appraisal.evidence && now ? [...laterFacts(appraisal.evidence, now)] : [],
      version: row.version,
      mayAnswer:
        row.state === 'open' &&
        may(actor, row.level === 'county' ? 'objection:decide' : 'objection:answer', {
          countyId: reader.countyId,
          areaPath: row.areaPath,
        }) &&
        decideAnswerer(standsFor(actor), [...before, row.guardianId]).granted,
    };
  }

  async #find(reader: Reader, actor: Actor, objectionId: Id): Promise<ObjectionRow> {
    const row = await readObjection(reader, await this.#vaults.of(reader.countyId), objectionId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'objection:read', { countyId: reader.countyId, areaPath: row.areaPath });
    return row;
  }

  async #rows(reader: Reader, actor: Actor, rows: readonly ObjectionRow[]): Promise<Row[]> {
    const shown = await this.#objections.shown(reader, rows);
    const appraisals = new Map(
      (
        await appraisalsByIds(
          reader,
          rows.map(row => row.appraisalId),
        )
      ).map(each => [each.id, each]),
    );
    const names = await this.#patients.names(
      reader,
      rows.map(row => row.patientId),
    );
    const people = await this.#people.contacts(
      reader,
      rows.map(row => row.guardianId),
    );
    const areas = new Map((await this.#places.areas(reader)).rows.map(area => [area.areaId, area.name]));
    const today = this.#clock.today();
    return rows.flatMap((row, index) => {
      const [view, appraisal] = [shown[index], appraisals.get(row.appraisalId)];
      if (!view || !appraisal) return [];
      return [
        {
          ...view,
          appraisalId: row.appraisalId,
          patientName: names.get(row.patientId) ?? '',
          guardianName: people.get(row.guardianId)?.name ?? '',
          villageName: areas.get(row.areaPath.at(-1) ?? '') ?? '',
          from: appraisal.from_on,
          to: appraisal.to_on,
          overdue: isUnanswered(row, today),
          yours: row.state === 'open' && row.officerId === actor.personId,
        },
      ];
    });
  }
}

function readDueKey(after: string | undefined): DueKey | null {
  if (after === undefined) return null;
  const [dueOn = '', id = ''] = after.split('_');
  if (!isCalendarDate(dueOn) || !isId(id)) throw new Refusal('INPUT_INVALID', ['query.after']);
  return { dueOn: calendarDate(dueOn), id };
}
