import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may, type PatientTies } from '@guanhu/shared/access/permissions.rules';
import { moveAgreement } from '@guanhu/shared/agreements/agreement-life.rules';
import type { AgreementSection } from '@guanhu/shared/agreements/agreement-template';
import type { AgreementDetail, AgreementPage, ListAgreementsQuery } from '@guanhu/shared/agreements/agreements.contract';
import { fullAmount, monthlyOf } from '@guanhu/shared/agreements/reward.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { fen } from '@guanhu/shared/kernel/fen';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clips } from '../platform/clips/clips.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Patients } from '../registry/registry.public.ts';
import * as store from './agreements.store.ts';
import { rewardTermsOf } from './reward-terms.ts';

type Row = AgreementPage['rows'][number];

/**
 * An agreement stays with the township that concluded it, and concerns one guardian: the one who is party, also after a change of
 * guardian, and no other guardian of the patient.
 */
const tiesOf = (reader: Reader, row: store.AgreementRow): PatientTies => ({
  countyId: reader.countyId,
  areaPath: row.area_path,
  team: [],
  guardians: [row.guardian_id],
  helpers: [],
});

/** What somebody who reads a section aloud says. */
const wordsOf = ({ heading, paragraphs }: AgreementSection): readonly string[] => [heading, ...paragraphs];

/** Agreements as officials and their own guardian read them. */
@Injectable()
export class ReadAgreement {
  readonly #database: Database;
  readonly #access: Access;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #clips: Clips;
  readonly #audit: Audit;

  constructor(
    database: Database,
    access: Access,
    patients: Patients,
    people: People,
    places: Places,
    vaults: Vaults,
    clips: Clips,
    audit: Audit,
  ) {
    this.#database = database;
    this.#access = access;
    this.#patients = patients;
    this.#people = people;
    this.#places = places;
    this.#vaults = vaults;
    this.#clips = clips;
    this.#audit = audit;
  }

  /** One page of the asker's areas, newest first; one row in the log of reads. */
  async list(actor: Actor, query: ListAgreementsQuery & { limit: number }): Promise<AgreementPage> {
    const reader = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'agreement:read');
    const rows = await store.listAgreements(reader, {
      areas,
      state: query.state ?? null,
      patientId: query.patientId ?? null,
      before: query.after ?? null,
      limit: query.limit + 1,
    });
    const { shown, last } = pageOf(rows, query.limit);
    await this.#audit.read(reader, { actor, what: 'agreements:list', patientIds: [...new Set(shown.map(row => row.patient_id))] });
    return { rows: await this.#rows(reader, shown), next: last?.id ?? null };
  }

  async one(actor: Actor, agreementId: Id): Promise<AgreementDetail> {
    const reader = this.#database.county(actor.countyId);
    const detail = await this.of(reader, actor, agreementId);
    await this.#audit.read(reader, { actor, what: 'agreements:one', patientIds: [detail.patientId] });
    return detail;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS to strangers, and to a guardian who is not the other party. */
  async of(reader: Reader, actor: Actor, agreementId: Id): Promise<AgreementDetail> {
    const { row, ties } = await this.readable(reader, actor, agreementId);
    const [base] = await this.#rows(reader, [row]);
    if (!base) throw new Error('an agreement without its row');
    const document = await store.readDocument(reader, await this.#vaults.of(reader.countyId), agreementId);
    const steps = await store.readSteps(reader, agreementId);
    const signature = (await store.readSignatures(reader, await this.#vaults.of(reader.countyId), agreementId)).find(
      each => each.side === 'guardian',
    );
    const paper = signature?.paper ?? null;
    const people = await this.#people.contacts(reader, [
      ...steps.flatMap(step => step.person_id ?? []),
      ...(paper === null ? [] : [paper.witnessId]),
    ]);
    return {
      ...base,
      standards: row.standards.map(({ from, yearlyFen }) => ({ from, yearlyFen, monthlyFen: monthlyOf(fen(yearlyFen)) })),
      fullFen: fullAmount(rewardTermsOf(row)),
      templateVersion: row.template_version,
      title: document.text.title,
      sections: await Promise.all(
        document.text.sections.map(async section => ({
          heading: section.heading,
          paragraphs: [...section.paragraphs],
          hasClip: await this.#clips.has(wordsOf(section)),
        })),
      ),
      contentSha256: document.sha256,
      contentSm3: document.sm3,
      steps: steps.map(({ act, person_id, at }) => ({
        act,
        by: person_id === null ? null : (people.get(person_id)?.name ?? null),
        at: at.toISOString(),
      })),
      signed: signature
        ? {
            way: paper === null ? 'touch' : 'paper',
            witness: paper === null ? null : (people.get(paper.witnessId)?.name ?? ''),
            pages: paper === null ? [] : [...paper.pages],
          }
        : null,
      may: this.#may(actor, row, ties, paper?.witnessId ?? null),
    };
  }

  /** The recording of one section's words. @throws Refusal NOT_FOUND_OR_NO_ACCESS, CLIP_NOT_RECORDED */
  async clip(actor: Actor, agreementId: Id, section: number): Promise<Buffer> {
    const reader = this.#database.county(actor.countyId);
    await this.readable(reader, actor, agreementId);
    const { text } = await store.readDocument(reader, await this.#vaults.of(reader.countyId), agreementId);
    const spoken = text.sections[section];
    const clip = spoken && (await this.#clips.read(wordsOf(spoken)));
    if (!clip) throw new Refusal('CLIP_NOT_RECORDED');
    return clip;
  }

  /** The agreement with its ties, for whoever may read it. */
  async readable(reader: Reader, actor: Actor, agreementId: Id): Promise<{ row: store.AgreementRow; ties: PatientTies }> {
    const row = await store.readAgreement(reader, agreementId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const ties = tiesOf(reader, row);
    this.#access.require(actor, 'agreement:read', ties);
    return { row, ties };
  }

  #may(actor: Actor, row: store.AgreementRow, ties: PatientTies, witnessId: Id | null): AgreementDetail['may'] {
    const party = standsFor(actor).includes(row.guardian_id);
    const can = (event: Parameters<typeof moveAgreement>[1]) => moveAgreement(row.state, event).granted;
    const office = !party && may(actor, 'agreement:draft', ties);
    return {
      sign: can('guardianSigns') && may(actor, 'agreement:sign', ties),
      witness: can('guardianSigns') && !party && may(actor, 'agreement:witness', ties),
      countersign:
        can('townshipCountersigns') &&
        !party &&
        !(witnessId !== null && standsFor(actor).includes(witnessId)) &&
        may(actor, 'agreement:countersign', ties),
      suspend: can('suspend') && office,
      resume: can('resume') && office,
      terminate: can('terminate') && office,
    };
  }

  async #rows(reader: Reader, rows: readonly store.AgreementRow[]): Promise<Row[]> {
    const patients = await this.#patients.names(
      reader,
      rows.map(row => row.patient_id),
    );
    const people = await this.#people.contacts(
      reader,
      rows.map(row => row.guardian_id),
    );
    const areas = new Map((await this.#places.areas(reader)).rows.map(area => [area.areaId, area.name]));
    return rows.map(row => ({
      id: row.id,
      number: row.number,
      state: row.state,
      version: row.version,
      patientId: row.patient_id,
      patientName: patients.get(row.patient_id) ?? '',
      guardianId: row.guardian_id,
      guardianName: people.get(row.guardian_id)?.name ?? '',
      villageName: areas.get(row.area_path.at(-1) ?? '') ?? '',
      from: row.from_on,
      to: row.to_on,
      cycle: row.cycle,
    }));
  }
}
