import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AddToIncidentBody, IncidentAnswer, IncidentFile, IncidentFileBody } from '@guanhu/shared/incidents/incidents.contract';
import { isOver } from '@guanhu/shared/incidents/incidents.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { FILE_TYPES } from '@guanhu/shared/registry/attachments.terms';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Attachments } from '../registry/registry.public.ts';
import { insertIncidentFile, readIncidentFiles } from './incident-file.store.ts';
import { insertReport, readReports } from './incidents.store.ts';
import { ShowIncident } from './show-incident.ts';

type FileShown = { readonly bytes: Buffer; readonly type: string; readonly fileName: string };

/** What follows a report: words, a place, a voice note, a photograph. None of it was waited for. */
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

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, INCIDENT_CLOSED */
  async words(tx: Tx, actor: Actor, incidentId: Id, body: AddToIncidentBody): Promise<IncidentAnswer> {
    const { kind, patientId, unfiled } = await this.#show.view(tx, actor, incidentId, null);
    if (unfiled && isOver(unfiled.outcome)) throw new Refusal('INCIDENT_CLOSED');
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
    await this.#audit.deed(tx, { actor, act: 'incidents:added', objectKind: 'incident', objectId: incidentId, patientId });
    return this.#show.afterWrite(tx, actor, incidentId);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS (nobody's file is there to keep it), FILE_TYPE_NOT_KEPT, FILE_BROKEN, FILE_ACTIVE, FILE_TOO_LARGE */
  async file(tx: Tx, actor: Actor, incidentId: Id, { fileId, content }: IncidentFileBody): Promise<IncidentFile> {
    const { patientId } = await this.#show.view(tx, actor, incidentId, null);
    if (patientId === null) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const row = await this.#attachments.keep(tx, actor, { attachmentId: fileId, patientId, kind: 'incident', what: '情况上报', content });
    await insertIncidentFile(tx, incidentId, fileId);
    return { fileId, type: row.type, at: row.madeAt.toISOString(), byMe: true };
  }

  /** The bytes of one, for those who act on the incident and for whoever added it. @throws Refusal NOT_FOUND_OR_NO_ACCESS, FILE_REMOVED */
  async bytes(actor: Actor, incidentId: Id, fileId: Id): Promise<FileShown> {
    const county = this.#database.county(actor.countyId);
    const { patientName } = await this.#show.view(county, actor, incidentId, null);
    const row = (await readIncidentFiles(county, incidentId)).includes(fileId) ? await this.#attachments.find(county, fileId) : undefined;
    // A name is shown to those who act on it, and to nobody else.
    if (!row || (patientName === null && row.madeBy !== actor.personId)) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const bytes = await this.#attachments.bytes(county, row);
    await this.#audit.read(county, { actor, what: 'attachment', patientIds: [row.patientId] });
    return { bytes, type: row.type, fileName: `${row.id}.${FILE_TYPES[row.type].ending}` };
  }
}
