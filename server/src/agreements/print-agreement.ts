import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AgreementDocument } from '@guanhu/shared/agreements/agreements.contract';
import { startOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { Printer } from '../platform/print/printer.ts';
import { Attachments } from '../registry/registry.public.ts';
import { agreementDocument } from './agreement-document.ts';
import { agreementPage, type AgreementPage, type PageSignature } from './agreement-page.ts';
import { readDocument, readSignatures, type AgreementRow, type SignatureRow, type SignedPage } from './agreements.store.ts';
import { ReadAgreement } from './read-agreement.ts';

/** The agreement as it is printed, with the signatures drawn in from their strokes. */
@Injectable()
export class PrintAgreement {
  readonly #database: Database;
  readonly #agreements: ReadAgreement;
  readonly #people: People;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #printer: Printer;
  readonly #attachments: Attachments;
  readonly #audit: Audit;

  constructor(
    database: Database,
    agreements: ReadAgreement,
    people: People,
    places: Places,
    vaults: Vaults,
    printer: Printer,
    attachments: Attachments,
    audit: Audit,
  ) {
    this.#database = database;
    this.#agreements = agreements;
    this.#people = people;
    this.#places = places;
    this.#vaults = vaults;
    this.#printer = printer;
    this.#attachments = attachments;
    this.#audit = audit;
  }

  async run(actor: Actor, agreementId: Id): Promise<AgreementDocument> {
    const { page } = await this.#page(actor, agreementId);
    return { html: agreementPage(page), contentSha256: page.sha256, contentSm3: page.sm3 };
  }

  /** The same as a file for A4. @throws Refusal SERVER_BUSY when too many documents wait for the printer */
  async pdf(actor: Actor, agreementId: Id): Promise<Buffer> {
    const { page, row, pages } = await this.#page(actor, agreementId);
    const photographs = await this.#photographs(actor, pages);
    const at = page.township?.at ?? page.guardian?.at ?? startOf(row.from_on);
    return (await this.#printer.print(agreementDocument(page, { number: row.number, at, photographs }))).pdf;
  }

  /** Pages that are pictures; of one that was taken out of the file after the agreement was given up, its digest stays. */
  async #photographs(actor: Actor, pages: readonly SignedPage[]): Promise<Buffer[]> {
    const reader = this.#database.county(actor.countyId);
    const bytes: Buffer[] = [];
    for (const { attachmentId } of pages) {
      const file = await this.#attachments.find(reader, attachmentId);
      if (file && !file.removed && file.type.startsWith('image/')) bytes.push(await this.#attachments.bytes(reader, file));
    }
    return bytes;
  }

  async #page(
    actor: Actor,
    agreementId: Id,
  ): Promise<{ readonly page: AgreementPage; readonly row: AgreementRow; readonly pages: readonly SignedPage[] }> {
    const reader = this.#database.county(actor.countyId);
    const { row } = await this.#agreements.readable(reader, actor, agreementId);
    const vault = await this.#vaults.of(reader.countyId);
    const { text, sha256, sm3 } = await readDocument(reader, vault, agreementId);
    const signatures = await readSignatures(reader, vault, agreementId);
    const people = await this.#people.contacts(
      reader,
      signatures.flatMap(each => [each.personId, ...(each.paper ? [each.paper.witnessId] : [])]),
    );
    const side = (name: SignatureRow['side']): PageSignature | null => {
      const signature = signatures.find(each => each.side === name);
      if (!signature) return null;
      const { paper, strokes, at } = signature;
      return {
        name: people.get(signature.personId)?.name ?? '',
        strokes,
        paper: paper && { witness: people.get(paper.witnessId)?.name ?? '', sha256: paper.pages.map(each => each.sha256) },
        at,
      };
    };
    const township = (await this.#places.areas(reader)).rows.find(area => area.areaId === row.area_path[1]);
    await this.#audit.read(reader, { actor, what: 'agreements:document', patientIds: [row.patient_id] });
    const page = { text, guardian: side('guardian'), township: side('township'), townshipName: township?.name ?? '', sha256, sm3 };
    return { page, row, pages: signatures.flatMap(each => each.paper?.pages ?? []) };
  }
}
