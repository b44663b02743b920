import type { Actor } from '@guanhu/shared/access/access.terms';
import type {
  ApplicationDetail,
  ApplicationPage,
  ListApplicationsQuery,
  MyApplications,
} from '@guanhu/shared/agreements/application.contract';
import type { ApplicationState } from '@guanhu/shared/agreements/application.terms';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { voiceToPlay } from '../platform/files/voice-note.ts';
import { pageOf } from '../platform/http/page.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import { applicationsOfGuardian, listApplicationRows, readApplicationVoiceBytes } from './application.store.ts';
import { Applications, STAGE_PERMISSIONS } from './applications.ts';

/** Whose step each state waits for. Departments hear of theirs by a task. */
const WAITING_FOR = {
  ...STAGE_PERMISSIONS,
  objected: 'application:answer',
  approved: 'agreement:draft',
} as const satisfies Partial<Record<ApplicationState, Permission>>;

/** Applications as the offices and the family itself read them. */
@Injectable()
export class ReadApplications {
  readonly #database: Database;
  readonly #applications: Applications;
  readonly #access: Access;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(database: Database, applications: Applications, access: Access, vaults: Vaults, audit: Audit) {
    this.#database = database;
    this.#vaults = vaults;
    this.#applications = applications;
    this.#access = access;
    this.#audit = audit;
  }

  /** One page of the asker's areas, newest first; one row in the log of reads. */
  async list(actor: Actor, query: ListApplicationsQuery & { limit: number }): Promise<ApplicationPage> {
    const reader = this.#database.county(actor.countyId);
    const rows = await listApplicationRows(reader, {
      areas: this.#access.scope(actor, 'application:list').areas,
      state: query.state ?? null,
      patientId: query.patientId ?? null,
      waiting: query.waiting === undefined ? null : this.#steps(actor),
      before: query.after ?? null,
      limit: query.limit + 1,
    });
    const { shown, last } = pageOf(rows, query.limit);
    await this.#audit.read(reader, { actor, what: 'applications:list', patientIds: [...new Set(shown.map(row => row.patient_id))] });
    return { rows: await this.#applications.rows(reader, shown), next: last?.id ?? null };
  }

  /** The states that wait for a step of one of the actor's posts, and where. */
  /** What the family said with a step. @throws Refusal NOT_FOUND_OR_NO_ACCESS also when nothing was said */
  async voice(actor: Actor, applicationId: Id, stepId: Id): Promise<FileToSave> {
    const reader = this.#database.county(actor.countyId);
    const row = await this.#applications.readable(reader, actor, applicationId);
    const bytes = await readApplicationVoiceBytes(reader, await this.#vaults.of(reader.countyId), { applicationId, stepId });
    if (!bytes) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#audit.read(reader, { actor, what: 'applications:one', patientIds: [row.patient_id] });
    return voiceToPlay(bytes, stepId);
  }

  #steps(actor: Actor) {
    return Object.entries(WAITING_FOR).flatMap(([state, permission]) => {
      const areas = this.#access.scope(actor, permission).areas;
      return areas.length === 0 ? [] : [{ state: state as ApplicationState, areas }];
    });
  }

  async mine(actor: Actor): Promise<MyApplications> {
    const reader = this.#database.county(actor.countyId);
    const rows = await applicationsOfGuardian(reader, actor.personId);
    await this.#audit.read(reader, { actor, what: 'applications:mine', patientIds: [...new Set(rows.map(row => row.patient_id))] });
    return { rows: await this.#applications.rows(reader, rows) };
  }

  async one(actor: Actor, applicationId: Id): Promise<ApplicationDetail> {
    const reader = this.#database.county(actor.countyId);
    const detail = await this.#applications.detail(reader, actor, applicationId);
    await this.#audit.read(reader, { actor, what: 'applications:one', patientIds: [detail.patientId] });
    return detail;
  }
}
