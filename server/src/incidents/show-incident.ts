import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may, type Permission, type Ties } from '@guanhu/shared/access/permissions.rules';
import { isOver } from '@guanhu/shared/incidents/incidents.terms';
import { receiptState } from '@guanhu/shared/incidents/incident.rules';
import type { IncidentAnswer, IncidentReadAnswer } from '@guanhu/shared/incidents/incidents.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { Attachments, Patients } from '../registry/registry.public.ts';
import { contactsOf, listContacts } from './contacts-of.ts';
import { readHandlingRow } from './handling.store.ts';
import { readIncidentFiles } from './incident-file.store.ts';
import {
  readIncident,
  readReceipts,
  readReports,
  readVillageName,
  type IncidentRow,
  type ReceiptRow,
  type ReportRow,
} from './incidents.store.ts';
import { readDescription } from './unfiled.store.ts';

type Asked = Extract<Permission, 'incident:read' | 'incident:acknowledge'>;
/** An incident with what its reader may see of it; the phone list is added only for whoever looks at it. */
type IncidentView = Omit<IncidentReadAnswer, 'contacts'>;
type Opened = {
  readonly incident: IncidentRow;
  readonly receipts: readonly ReceiptRow[];
  readonly reports: readonly ReportRow[];
  /** As whom the actor reads: a guardian's answer names nobody. */
  readonly reads: 'staff' | 'family';
};

/** One incident and how far each post has got, as its reader may see it. */
@Injectable()
export class ShowIncident {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #places: Places;
  readonly #attachments: Attachments;
  readonly #audit: Audit;

  constructor(
    database: Database,
    vaults: Vaults,
    teams: Teams,
    patients: Patients,
    people: People,
    places: Places,
    attachments: Attachments,
    audit: Audit,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#teams = teams;
    this.#patients = patients;
    this.#people = people;
    this.#places = places;
    this.#attachments = attachments;
    this.#audit = audit;
  }

  async run(actor: Actor, incidentId: Id): Promise<IncidentReadAnswer> {
    const county = this.#database.county(actor.countyId);
    const opened = await this.#open(county, actor, incidentId, 'incident:read');
    const { patientId } = opened.incident;
    await this.#audit.read(county, { actor, what: 'incident', patientIds: patientId === null ? [] : [patientId] });
    return { ...(await this.#show(county, actor, opened, null)), contacts: await this.#contacts(county, opened) };
  }

  /**
   * The same as the answer to a write, which is kept beside its key: of somebody without a file it tells no words, for they must be erasable.
   */
  async afterWrite(tx: Tx, actor: Actor, incidentId: Id, joinedFrom: Id | null = null): Promise<IncidentAnswer> {
    const { places: _places, ...answer } = await this.view(tx, actor, incidentId, joinedFrom);
    return answer.unfiled ? { ...answer, unfiled: { ...answer.unfiled, description: null }, notes: [] } : answer;
  }

  /**
   * The incident for whoever may read it: by post, seat or guardianship, because they were told, or because they reported it;
   * to be on it is for those only who were told or may be by post or seat.
   * @throws Refusal NOT_FOUND_OR_NO_ACCESS
   */
  async view(reader: Reader, actor: Actor, incidentId: Id, joinedFrom: Id | null, asked: Asked = 'incident:read'): Promise<IncidentView> {
    return this.#show(reader, actor, await this.#open(reader, actor, incidentId, asked), joinedFrom);
  }

  async #open(reader: Reader, actor: Actor, incidentId: Id, asked: Asked): Promise<Opened> {
    const vault = await this.#vaults.of(reader.countyId);
    const incident = await readIncident(reader, incidentId);
    if (!incident) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const receipts = await readReceipts(reader, incidentId);
    const reports = await readReports(reader, vault, { incidentId });
    const reported = reports.some(report => report.reportedBy === actor.personId);
    const reads = receipts.some(isOf(actor)) ? 'staff' : await this.#reads(reader, actor, incident, asked, reported);
    return { incident, receipts, reports, reads };
  }

  async #show(reader: Reader, actor: Actor, { incident, receipts, reports, reads }: Opened, joinedFrom: Id | null): Promise<IncidentView> {
    const { id: incidentId, patientId } = incident;
    const names = reads === 'staff' && patientId !== null ? await this.#patients.names(reader, [patientId]) : new Map<Id, string>();
    // What somebody else said is for those who must act on it.
    const told = reports.filter(report => reads === 'staff' || report.reportedBy === actor.personId);
    return {
      incidentId,
      joinedFrom,
      patientId,
      patientName: names.get(patientId ?? '') ?? null,
      unfiled: await this.#unfiled(reader, actor, incident, reads),
      villageName: await readVillageName(reader, incidentId),
      kind: incident.kind,
      state: incident.state,
      happenedAt: incident.happenedAt.toISOString(),
      tappedAt: firstTapOf(reports),
      reportedAt: incident.reportedAt.toISOString(),
      worsenedAt: reports.find(report => report.id === incident.worsenedBy)?.reportedAt.toISOString() ?? null,
      acknowledgedAt: incident.acknowledgedAt?.toISOString() ?? null,
      nextRoundAt: incident.escalateAt?.toISOString() ?? null,
      reportedByMe: reports.some(report => report.reportedBy === actor.personId),
      opensFile: reads === 'staff' && patientId !== null && (await this.#opensFile(reader, actor, patientId)),
      handled: patientId !== null && (await readHandlingRow(reader, incidentId))?.state === 'closed',
      reports: Math.max(1, reports.length),
      reported: reports.map(({ kind, happenedAt, reportedAt }) => ({
        kind,
        happenedAt: happenedAt.toISOString(),
        reportedAt: reportedAt.toISOString(),
      })),
      notes: told.flatMap(report => report.note ?? []),
      places: reads === 'staff' ? told.flatMap(report => report.place ?? []).reverse() : [],
      files: await this.#files(reader, actor, incidentId, reads),
      receipts: receipts.map(receipt => ({
        post: receipt.post,
        round: receipt.round,
        state: receiptState(receipt),
        toldAt: receipt.toldAt?.toISOString() ?? null,
        readAt: receipt.readAt?.toISOString() ?? null,
        acknowledgedAt: receipt.acknowledgedAt?.toISOString() ?? null,
        mine: isOf(actor)(receipt),
      })),
    };
  }

  async #opensFile(reader: Reader, actor: Actor, patientId: Id): Promise<boolean> {
    const ties = await this.#teams.tiesOf(reader, patientId);
    return ties !== undefined && may(actor, 'patient:read', ties);
  }

  async #reads(reader: Reader, actor: Actor, incident: IncidentRow, asked: Asked, reported: boolean): Promise<Opened['reads']> {
    const ties = await this.#tiesOf(reader, incident);
    if (ties && may(actor, 'incident:acknowledge', ties)) return 'staff';
    if (asked === 'incident:read' && (reported || (ties && may(actor, asked, ties)))) return 'family';
    throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
  }

  async #tiesOf(reader: Reader, { patientId, areaId }: IncidentRow): Promise<Ties | undefined> {
    if (patientId !== null) return this.#teams.tiesOf(reader, patientId);
    return { countyId: reader.countyId, areaPath: await this.#places.pathOf(reader, areaId ?? '') };
  }

  /** Whom to telephone, for those who act on it. */
  async #contacts(reader: Reader, { incident, receipts, reports, reads }: Opened): Promise<IncidentReadAnswer['contacts']> {
    if (reads !== 'staff') return [];
    const guardians = incident.patientId === null ? [] : await this.#patients.guardians(reader, [incident.patientId]);
    const listed = listContacts({ reports, receipts, guardians });
    const people = await this.#people.contacts(
      reader,
      listed.flatMap(one => one.personId ?? []),
    );
    return contactsOf(listed, people);
  }

  async #unfiled(reader: Reader, actor: Actor, incident: IncidentRow, reads: Opened['reads']): Promise<IncidentAnswer['unfiled']> {
    const { id, areaId, source, outcome } = incident;
    if (areaId === null) return null;
    const ties = await this.#tiesOf(reader, incident);
    // Whoever reported it typed it.
    const description =
      reads === 'staff' || incident.reportedBy === actor.personId
        ? await readDescription(reader, await this.#vaults.of(reader.countyId), id)
        : null;
    return {
      source,
      description,
      outcome,
      mine: !isOver(outcome) && ties !== undefined && may(actor, 'incident:settle-unfiled', ties),
    };
  }

  async #files(reader: Reader, actor: Actor, incidentId: Id, reads: Opened['reads']): Promise<IncidentAnswer['files']> {
    const files: IncidentAnswer['files'] = [];
    for (const fileId of await readIncidentFiles(reader, [incidentId])) {
      const row = await this.#attachments.kept(reader, fileId);
      const byMe = row?.madeBy === actor.personId;
      if (row?.removed === null && (byMe || reads === 'staff')) files.push({ fileId, type: row.type, at: row.madeAt.toISOString(), byMe });
    }
    return files;
  }
}

/** Whether a receipt is the actor's, or that of somebody they stand in for. */
const isOf =
  (actor: Actor) =>
  ({ personId }: ReceiptRow): boolean =>
    personId !== null && standsFor(actor).includes(personId);

/** When the first report was tapped, by that phone's clock. */
const firstTapOf = (reports: readonly ReportRow[]): string | null => reports[0]?.tappedAt?.toISOString() ?? null;
