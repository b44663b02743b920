import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AddToIncidentBody, IncidentAnswer, IncidentFile, IncidentFileBody } from '@guanhu/shared/incidents/incidents.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import { Attachments } from '../registry/registry.public.ts';
import { insertIncidentFile } from './incident-file.store.ts';
import { insertReport, readReports } from './incidents.store.ts';
import { ShowIncident } from './show-incident.ts';
import { lockToAdd, writeSource } from './unfiled.store.ts';

/** What follows a report: words, a place, how it is known, a voice note, a photograph. None of it was waited for. */
@Injectable()
export class AddToIncident {
  readonly #database: Database;
  readonly #show: ShowIncident;
  readonly #attachments: Attachments;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, show: ShowIncident, attachments: Attachments, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#show = show;
    this.#attachments = attachments;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, INCIDENT_CLOSED, INCIDENT_HAS_FILE, INCIDENT_NOT_YOURS */
  async words(tx: Tx, actor: Actor, incidentId: Id, body: AddToIncidentBody): Promise<IncidentAnswer> {
    const { kind, patientId, reportedByMe, unfiled } = await this.#open(tx, actor, incidentId);
    if (body.source !== undefined) {
      if (unfiled === null) throw new Refusal('INCIDENT_HAS_FILE');
      if (!reportedByMe && !unfiled.mine) throw new Refusal('INCIDENT_NOT_YOURS');
      await writeSource(tx, incidentId, body.source);
    }
    if (body.note !== undefined || body.place !== undefined) await this.#insert(tx, actor, incidentId, kind, body);
    await this.#audit.deed(tx, { actor, act: 'incidents:added', objectKind: 'incident', objectId: incidentId, patientId });
    return this.#show.afterWrite(tx, actor, incidentId);
  }

  async #insert(tx: Tx, actor: Actor, incidentId: Id, kind: IncidentAnswer['kind'], body: AddToIncidentBody): Promise<void> {
    const vault = await this.#vaults.of(tx.countyId);
    const now = this.#clock.now();
    if ((await readReports(tx, vault, { reportId: body.additionId })).length > 0) throw new Refusal('INPUT_INVALID', ['body.additionId']);
    await insertReport(tx, vault, {
      id: body.additionId,
      incidentId,
      kind,
      happenedAt: now,
      tappedAt: body.tappedAt === undefined ? null : new Date(body.tappedAt),
      reportedAt: now,
      reportedBy: actor.personId,
      onBehalfOf: null,
      note: body.note ?? null,
      place: body.place ?? null,
    });
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, INCIDENT_CLOSED, FILE_TYPE_NOT_KEPT, FILE_BROKEN, FILE_ACTIVE, FILE_TOO_LARGE */
  async file(tx: Tx, actor: Actor, incidentId: Id, { fileId, content }: IncidentFileBody): Promise<IncidentFile> {
    const { patientId } = await this.#open(tx, actor, incidentId);
    const row = await this.#attachments.keep(tx, actor, { attachmentId: fileId, patientId, kind: 'incident', what: '情况上报', content });
    await insertIncidentFile(tx, incidentId, fileId);
    return { fileId, type: row.type, at: row.madeAt.toISOString(), byMe: true };
  }

  /** The bytes of one, for those who act on the incident and for whoever added it. @throws Refusal NOT_FOUND_OR_NO_ACCESS, FILE_REMOVED */
  async bytes(actor: Actor, incidentId: Id, fileId: Id): Promise<FileToSave> {
    const county = this.#database.county(actor.countyId);
    // Of those that the incident shows its reader: to whoever acts on it all, to others their own.
    const { files } = await this.#show.view(county, actor, incidentId, null);
    const row = files.some(file => file.fileId === fileId) ? await this.#attachments.kept(county, fileId) : undefined;
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return this.#attachments.read(county, actor, row);
  }

  /** The incident, with somebody who has no file locked against being closed meanwhile. */
  async #open(tx: Tx, actor: Actor, incidentId: Id): Promise<IncidentAnswer> {
    const incident = await this.#show.view(tx, actor, incidentId, null);
    if (incident.patientId === null && !(await lockToAdd(tx, incidentId))) throw new Refusal('INCIDENT_CLOSED');
    return incident;
  }
}
