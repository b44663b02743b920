import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may, type Permission } from '@guanhu/shared/access/permissions.rules';
import { receiptState } from '@guanhu/shared/incidents/incident.rules';
import type { IncidentAnswer } from '@guanhu/shared/incidents/incidents.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { Patients } from '../registry/registry.public.ts';
import { readIncident, readReceipts, readReports, type IncidentRow, type ReceiptRow } from './incidents.store.ts';

type Asked = Extract<Permission, 'incident:read' | 'incident:acknowledge'>;

/** One incident and how far each post has got, as its reader may see it. */
@Injectable()
export class ShowIncident {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #audit: Audit;

  constructor(database: Database, vaults: Vaults, teams: Teams, patients: Patients, audit: Audit) {
    this.#database = database;
    this.#vaults = vaults;
    this.#teams = teams;
    this.#patients = patients;
    this.#audit = audit;
  }

  async run(actor: Actor, incidentId: Id): Promise<IncidentAnswer> {
    const county = this.#database.county(actor.countyId);
    const answer = await this.view(county, actor, incidentId, null);
    await this.#audit.read(county, { actor, what: 'incident', patientIds: [answer.patientId] });
    return answer;
  }

  /**
   * The incident for whoever may read it: by post, seat or guardianship, because they were told, or because they reported it;
   * to be on it is for those only who were told or may be by post or seat.
   * @throws Refusal NOT_FOUND_OR_NO_ACCESS
   */
  async view(reader: Reader, actor: Actor, incidentId: Id, joinedFrom: Id | null, asked: Asked = 'incident:read'): Promise<IncidentAnswer> {
    const vault = await this.#vaults.of(reader.countyId);
    const incident = await readIncident(reader, incidentId);
    if (!incident) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const receipts = await readReceipts(reader, incidentId);
    const reports = await readReports(reader, vault, { incidentId });
    const mine = (receipt: ReceiptRow): boolean => receipt.personId !== null && standsFor(actor).includes(receipt.personId);
    const reportedByMe = reports.some(report => report.reportedBy === actor.personId);
    const reads = receipts.some(mine) ? 'staff' : await this.#reads(reader, actor, incident, asked, reportedByMe);
    const names = reads === 'staff' ? await this.#patients.names(reader, [incident.patientId]) : new Map<Id, string>();
    return {
      incidentId,
      joinedFrom,
      patientId: incident.patientId,
      patientName: names.get(incident.patientId) ?? null,
      kind: incident.kind,
      state: incident.state,
      happenedAt: incident.happenedAt.toISOString(),
      reportedAt: incident.reportedAt.toISOString(),
      reportedByMe,
      reports: Math.max(1, reports.length),
      // What somebody else said is for those who must act on it.
      notes: reports.flatMap(report =>
        report.note !== null && (reads === 'staff' || report.reportedBy === actor.personId) ? [report.note] : [],
      ),
      receipts: receipts.map(receipt => ({
        post: receipt.post,
        round: receipt.round,
        state: receiptState(receipt),
        toldAt: receipt.toldAt?.toISOString() ?? null,
        readAt: receipt.readAt?.toISOString() ?? null,
        acknowledgedAt: receipt.acknowledgedAt?.toISOString() ?? null,
        mine: mine(receipt),
      })),
    };
  }

  /** As whom the actor reads: a guardian's answer names nobody. */
  async #reads(reader: Reader, actor: Actor, incident: IncidentRow, asked: Asked, reported: boolean): Promise<'staff' | 'family'> {
    const ties = await this.#teams.tiesOf(reader, incident.patientId);
    if (ties && may(actor, 'incident:acknowledge', ties)) return 'staff';
    if (asked === 'incident:read' && (reported || (ties && may(actor, asked, ties)))) return 'family';
    throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
  }
}
