import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { moveAgreement } from '@guanhu/shared/agreements/agreement-life.rules';
import type { AgreementMoved } from '@guanhu/shared/agreements/agreements.contract';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import type { SignOnPaperBody } from '@guanhu/shared/agreements/signing.contract';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Attachments } from '../registry/registry.public.ts';
import * as store from './agreements.store.ts';
import { ReadAgreement } from './read-agreement.ts';
import { TellOfAgreement } from './tell-of-agreement.ts';

/** A guardian has signed the printed text by pen; whoever of the office saw it photographs the pages and stands as the witness. */
@Injectable()
export class SignOnPaper {
  readonly #agreements: ReadAgreement;
  readonly #access: Access;
  readonly #attachments: Attachments;
  readonly #tell: TellOfAgreement;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    agreements: ReadAgreement,
    access: Access,
    attachments: Attachments,
    tell: TellOfAgreement,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#agreements = agreements;
    this.#access = access;
    this.#attachments = attachments;
    this.#tell = tell;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, AGREEMENT_OWN_PARTY, AGREEMENT_MOVE_NOT_ALLOWED, AGREEMENT_TEXT_CHANGED, FILE_REMOVED, INPUT_INVALID, STALE */
  async run(tx: Tx, actor: Actor, agreementId: Id, body: SignOnPaperBody): Promise<AgreementMoved> {
    const { row, ties } = await this.#agreements.readable(tx, actor, agreementId);
    this.#access.require(actor, 'agreement:witness', ties);
    unwrap(decideNoParty(standsFor(actor), [row.guardian_id], 'AGREEMENT_OWN_PARTY'));
    const state = unwrap(moveAgreement(row.state, 'guardianSigns'));
    const vault = await this.#vaults.of(tx.countyId);
    const { sha256 } = await store.readDocument(tx, vault, agreementId);
    if (sha256 !== body.contentSha256) throw new Refusal('AGREEMENT_TEXT_CHANGED');
    const pages = await this.#pages(tx, actor, row.patient_id, body.pages);

    await this.#attachments.restOn(
      tx,
      agreementId,
      row.patient_id,
      pages.map(page => page.attachmentId),
    );

    const now = this.#clock.now();
    const moved = await store.moveRow(tx, agreementId, body.version, { state });
    await store.insertSignature(tx, vault, agreementId, {
      side: 'guardian',
      personId: row.guardian_id,
      strokes: null,
      paper: { pages, witnessId: actor.personId },
      contentSha256: sha256,
      readToEnd: true,
      at: now,
    });
    await store.insertStep(tx, agreementId, 'signed', row.guardian_id, null, now);
    await this.#audit.deed(tx, {
      actor,
      act: 'agreements:signed-on-paper',
      objectKind: 'agreement',
      objectId: agreementId,
      patientId: row.patient_id,
      facts: { pages: pages.map(page => page.sha256).join(' ') },
    });
    // Whoever did not sign learns of it and can say so.
    await this.#tell.guardian(tx, row, 'signed-on-paper');
    return moved;
  }

  /** Pages are in this patient's file, put there by the witness, each once. @throws Refusal INPUT_INVALID */
  async #pages(tx: Tx, actor: Actor, patientId: Id, ids: readonly Id[]): Promise<store.SignedPage[]> {
    const pages: store.SignedPage[] = [];
    for (const id of new Set(ids)) {
      const file = await this.#attachments.find(tx, id);
      const isFit = file?.patientId === patientId && file.kind === 'agreement' && file.madeBy === actor.personId && !file.removed;
      if (!isFit) throw new Refusal('INPUT_INVALID', ['body.pages']);
      pages.push({ attachmentId: id, sha256: file.sha256.toString('hex') });
    }
    return pages;
  }
}
