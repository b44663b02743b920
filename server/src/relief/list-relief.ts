import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { HardshipPage, ListHardshipsQuery, ListReliefQuery, ReliefDetail, ReliefPage } from '@guanhu/shared/relief/relief.contract';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { voiceToPlay } from '../platform/files/voice-note.ts';
import { pageOf } from '../platform/http/page.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import { Patients } from '../registry/registry.public.ts';
import { listHardshipRows } from './ledger.store.ts';
import { listReliefRows, readReliefVoiceBytes } from './relief.store.ts';
import { Reliefs } from './reliefs.ts';

/** Applications, and the persons in hardship, as offices read them; one row in the log of reads a page. */
@Injectable()
export class ListRelief {
  readonly #database: Database;
  readonly #access: Access;
  readonly #places: Places;
  readonly #patients: Patients;
  readonly #reliefs: Reliefs;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(database: Database, access: Access, places: Places, patients: Patients, reliefs: Reliefs, vaults: Vaults, audit: Audit) {
    this.#database = database;
    this.#access = access;
    this.#places = places;
    this.#patients = patients;
    this.#reliefs = reliefs;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  async list(actor: Actor, query: ListReliefQuery & { limit: number }): Promise<ReliefPage> {
    const reader = this.#database.county(actor.countyId);
    const rows = await listReliefRows(reader, {
      areas: this.#access.scope(actor, 'relief:list').areas,
      state: query.state ?? null,
      patientId: query.patientId ?? null,
      before: query.after ?? null,
      limit: query.limit + 1,
    });
    const { shown, last } = pageOf(rows, query.limit);
    await this.#audit.read(reader, { actor, what: 'relief:list', patientIds: [...new Set(shown.map(row => row.patient_id))] });
    return { rows: await this.#reliefs.rows(reader, shown), next: last?.id ?? null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async one(actor: Actor, id: Id): Promise<ReliefDetail> {
    const reader = this.#database.county(actor.countyId);
    const { row } = await this.#reliefs.require(reader, actor, 'relief:read', id);
    await this.#audit.read(reader, { actor, what: 'relief:one', patientIds: [row.patient_id] });
    return this.#reliefs.detail(reader, actor, row);
  }

  /** What was said with a step. @throws Refusal NOT_FOUND_OR_NO_ACCESS also when nothing was */
  async voice(actor: Actor, reliefId: Id, stepId: Id): Promise<FileToSave> {
    const reader = this.#database.county(actor.countyId);
    const { row } = await this.#reliefs.require(reader, actor, 'relief:read', reliefId);
    const bytes = await readReliefVoiceBytes(reader, await this.#vaults.of(reader.countyId), { reliefId, stepId });
    if (!bytes) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#audit.read(reader, { actor, what: 'relief:one', patientIds: [row.patient_id] });
    return voiceToPlay(bytes, stepId);
  }

  async hardships(actor: Actor, query: ListHardshipsQuery & { limit: number }): Promise<HardshipPage> {
    const reader = this.#database.county(actor.countyId);
    const rows = await listHardshipRows(reader, {
      kind: query.kind,
      areas: this.#access.scope(actor, 'relief:list').areas,
      after: query.after ?? null,
      limit: query.limit + 1,
    });
    const { shown, last } = pageOf(rows, query.limit);
    const ids = shown.map(row => row.patient_id);
    await this.#audit.read(reader, { actor, what: 'relief:hardships', patientIds: ids });
    const names = await this.#patients.names(reader, ids);
    const areas = new Map((await this.#places.areas(reader)).rows.map(area => [area.areaId, area.name]));
    return {
      rows: shown.map(row => ({
        patientId: row.patient_id,
        patientName: names.get(row.patient_id) ?? '',
        villageName: areas.get(row.village_id) ?? '',
      })),
      next: last?.patient_id ?? null,
    };
  }
}
