import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import type {
  MarkSentBody,
  MissingAnswer,
  MissingListAnswer,
  MissingPage,
  RecordFoundBody,
  ReportMissingBody,
} from '@guanhu/shared/incidents/missing.contract';
import { decideFound, decideLastSeen, missingLetter, missingSheet } from '@guanhu/shared/incidents/missing.rules';
import { FOUND_CONDITIONS, type MissingState } from '@guanhu/shared/incidents/missing.terms';
import { addDays, dayOf, later } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies } from '../policy/policy.public.ts';
import { Attachments, Lives, Patients, openPatientName } from '../registry/registry.public.ts';
import { incidentOf } from './incident-of.ts';
import { letterPage, type Photo } from './missing-page.ts';
import * as store from './missing.store.ts';

type PageAsked = { readonly state?: MissingState | undefined; readonly after?: string | undefined; readonly limit: number };
type Asked = Extract<Permission, `missing:${string}`>;

/** People who are looked for (走失): the file's life turns, police and committee are told in writing, and somebody who was found is visited. */
@Injectable()
export class MissingPersons {
  readonly #database: Database;
  readonly #access: Access;
  readonly #people: People;
  readonly #places: Places;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #lives: Lives;
  readonly #attachments: Attachments;
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    people: People,
    places: Places,
    teams: Teams,
    patients: Patients,
    lives: Lives,
    attachments: Attachments,
    agenda: Agenda,
    planning: Planning,
    policies: Policies,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#people = people;
    this.#places = places;
    this.#teams = teams;
    this.#patients = patients;
    this.#lives = lives;
    this.#attachments = attachments;
    this.#agenda = agenda;
    this.#planning = planning;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, { state, after, limit }: PageAsked): Promise<MissingListAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const rows = await store.readMissingPage(county, vault, {
      scope: this.#access.scope(actor, 'missing:read'),
      state: state ?? null,
      after: readPageKey(after),
      limit: limit + 1,
      today: this.#clock.today(),
    });
    const { shown, last } = pageOf(rows, limit);
    await this.#audit.read(county, { actor, what: 'missing-list', patientIds: [...new Set(shown.map(row => row.patientId))] });
    return {
      rows: shown.map(row => ({
        missingId: row.id,
        patientId: row.patientId,
        patientName: openPatientName(vault, row.patientId, row.name_sealed),
        villageName: row.villageName,
        state: row.state,
        lastSeenAt: row.lastSeenAt.toISOString(),
        reportedAt: row.reportedAt.toISOString(),
      })),
      next: last ? pageKey({ at: last.reportedAt, id: last.id }) : null,
    };
  }

  async one(actor: Actor, missingId: Id): Promise<MissingAnswer> {
    const county = this.#database.county(actor.countyId);
    const row = await this.#get(county, actor, 'missing:read', missingId);
    await this.#audit.read(county, { actor, what: 'missing', patientIds: [row.patientId] });
    return this.#view(county, missingId);
  }

  async report(tx: Tx, actor: Actor, patientId: Id, body: ReportMissingBody): Promise<MissingAnswer> {
    await this.#teams.requireFor(tx, actor, 'missing:record', patientId);
    const { missingId: id, lastSeenAt: seen, place, clothes, looks, photo, sheetAgreed } = body;
    const [now, lastSeenAt] = [this.#clock.now(), new Date(seen)];
    unwrap(decideLastSeen(lastSeenAt, now));
    const incidentId = await incidentOf(tx, patientId, body.incidentId);
    const facts = { place, clothes, looks, sheetAgreed };
    const missing = { id, patientId, incidentId, lastSeenAt, facts, photoId: photo?.attachmentId ?? null, by: actor.personId, now };
    if (!(await store.insertMissing(tx, await this.#vaults.of(tx.countyId), missing))) throw new Refusal('MISSING_ALREADY');
    if (photo) await this.#attachments.keep(tx, actor, { ...photo, patientId, kind: 'incident', what: '走失查找用照片' });
    const life = await this.#lives.find(tx, patientId);
    if (life && life.state !== 'missing') {
      // The life has a turn after which this one comes: somebody may be missed from the day of that turn only.
      const on = later(dayOf(lastSeenAt), life.since ?? dayOf(lastSeenAt));
      await this.#lives.change(tx, actor, patientId, { from: life.state, to: 'missing', on, facts: { reason: '走失', place } });
    }
    // Police look; whoever stands for the peace office takes the written report to the political-legal committee. Both today.
    const task = { kind: 'search', patientId, causeId: id, dueOn: dayOf(now) } as const;
    await this.#agenda.openAfter(tx, { ...task, part: 'police', seats: ['police', 'lead'] });
    await this.#agenda.openAfter(tx, { ...task, part: 'committee', seats: ['securityOfficer', 'lead', 'gridWorker'] });
    await this.#deed(tx, actor, 'incidents:missing-reported', { id, patientId });
    return this.#view(tx, id);
  }

  async sent(tx: Tx, actor: Actor, missingId: Id, { version, to }: MarkSentBody): Promise<MissingAnswer> {
    const row = await this.#get(tx, actor, 'missing:record', missingId);
    if (!(await store.markSent(tx, { id: missingId, version, to, now: this.#clock.now() }))) throw new Refusal('STALE');
    // What the police got they still search by; the committee's task was to be told.
    if (to === 'committee')
      await this.#agenda.finishAfter(tx, { kind: 'search', causeId: missingId, part: 'committee', by: actor.personId });
    await this.#deed(tx, actor, 'incidents:missing-told', row, { to });
    return this.#view(tx, missingId);
  }

  async found(tx: Tx, actor: Actor, missingId: Id, { version, at, place, condition, words }: RecordFoundBody): Promise<MissingAnswer> {
    const row = await this.#get(tx, actor, 'missing:record', missingId);
    if (row.state === 'found') throw new Refusal('MISSING_FOUND');
    const [now, foundAt] = [this.#clock.now(), new Date(at)];
    unwrap(decideFound(foundAt, row.lastSeenAt, now));
    const found = { id: missingId, version, at: foundAt, condition, facts: { place, words }, by: actor.personId };
    if (!(await store.markFound(tx, await this.#vaults.of(tx.countyId), found))) throw new Refusal('STALE');
    const { patientId } = row;
    const life = await this.#lives.find(tx, patientId);
    if (life?.state === 'missing') {
      const on = later(dayOf(foundAt), life.since ?? dayOf(foundAt));
      const reason = `走失后找到：${FOUND_CONDITIONS[condition]}`;
      if (condition === 'elsewhere')
        await this.#lives.change(tx, actor, patientId, { from: 'missing', to: 'away', on, facts: { reason, place } });
      else await this.#lives.change(tx, actor, patientId, { from: 'missing', to: 'inCare', on, facts: { reason } });
    }
    const { foundVisitDays } = await this.#policies.inForce(tx, 'handling', dayOf(now), { patientId });
    await this.#agenda.hasten(tx, patientId, ['doctor', 'lead', 'police', 'gridWorker'], addDays(dayOf(now), foundVisitDays));
    await this.#planning.visitsOf(tx, patientId);
    await this.#agenda.finishAfter(tx, { kind: 'search', causeId: missingId, by: actor.personId });
    await this.#deed(tx, actor, 'incidents:missing-found', row, { condition });
    return this.#view(tx, missingId);
  }

  /** The written report, for police and committee only: it says who is looked for. */
  async letter(actor: Actor, missingId: Id): Promise<MissingPage> {
    const county = this.#database.county(actor.countyId);
    const row = await this.#get(county, actor, 'missing:read', missingId);
    await this.#audit.read(county, { actor, what: 'missing-report', patientIds: [row.patientId] });
    const patient = await this.#patients.find(county, row.patientId);
    const guardians = await this.#patients.guardians(county, [row.patientId]);
    const contacts = await this.#people.contacts(
      county,
      guardians.map(one => one.personId),
    );
    const { rows: areas } = await this.#places.areas(county);
    const letter = missingLetter({
      townshipName: areas.find(area => area.areaId === patient?.townshipId)?.name ?? '',
      villageName: row.villageName,
      patientName: patient?.name ?? '',
      idNumber: patient?.idNumber ?? null,
      guardians: guardians.flatMap(one => contacts.get(one.personId) ?? []),
      lastSeenAt: row.lastSeenAt,
      facts: row.facts,
      on: dayOf(row.reportedAt),
    });
    return { html: letterPage(letter, await this.#photo(county, row)) };
  }

  /** The sheet for anybody else; name and photograph with the family's consent only. */
  async sheet(actor: Actor, missingId: Id): Promise<MissingPage> {
    const county = this.#database.county(actor.countyId);
    const row = await this.#get(county, actor, 'missing:read', missingId);
    await this.#audit.read(county, { actor, what: 'missing-sheet', patientIds: [row.patientId] });
    const vault = await this.#vaults.of(actor.countyId);
    const sheet = missingSheet({
      villageName: row.villageName,
      patientName: openPatientName(vault, row.patientId, row.name_sealed),
      lastSeenAt: row.lastSeenAt,
      facts: row.facts,
      on: dayOf(row.reportedAt),
    });
    return { html: letterPage(sheet, row.facts.sheetAgreed ? await this.#photo(county, row) : null) };
  }

  async #photo(reader: Reader, { photoId }: store.MissingRow): Promise<Photo | null> {
    const row = photoId === null ? undefined : await this.#attachments.find(reader, photoId);
    if (!row || row.removed || !row.type.startsWith('image/')) return null;
    return { type: row.type, bytes: await this.#attachments.bytes(reader, row) };
  }

  #deed(
    tx: Tx,
    actor: Actor,
    act: string,
    { id, patientId }: { id: Id; patientId: Id },
    facts: Record<string, string> = {},
  ): Promise<void> {
    return this.#audit.deed(tx, { actor, act, objectKind: 'missing', objectId: id, patientId, facts });
  }

  async #get(reader: Reader, actor: Actor, permission: Asked, id: Id): Promise<store.MissingRow> {
    const row = await store.readMissingRow(reader, await this.#vaults.of(reader.countyId), id);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(reader, actor, permission, row.patientId);
    return row;
  }

  async #view(reader: Reader, id: Id): Promise<MissingAnswer> {
    const vault = await this.#vaults.of(reader.countyId);
    const row = await store.readMissingRow(reader, vault, id);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const finder = row.foundBy === null ? undefined : (await this.#people.contacts(reader, [row.foundBy])).get(row.foundBy);
    return {
      missingId: id,
      patientId: row.patientId,
      patientName: openPatientName(vault, row.patientId, row.name_sealed),
      villageName: row.villageName,
      state: row.state,
      lastSeenAt: row.lastSeenAt.toISOString(),
      reportedAt: row.reportedAt.toISOString(),
      incidentId: row.incidentId,
      version: row.version,
      place: row.facts.place,
      clothes: row.facts.clothes,
      looks: row.facts.looks ?? null,
      sheetAgreed: row.facts.sheetAgreed,
      photoId: row.photoId,
      sent: { police: row.policeAt?.toISOString() ?? null, committee: row.committeeAt?.toISOString() ?? null },
      found:
        row.foundAt && row.condition && row.found
          ? {
              at: row.foundAt.toISOString(),
              place: row.found.place,
              condition: row.condition,
              words: row.found.words ?? null,
              byName: finder?.name ?? '',
            }
          : null,
    };
  }
}
