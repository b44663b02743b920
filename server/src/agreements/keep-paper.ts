import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { moveAgreement } from '@guanhu/shared/agreements/agreement-life.rules';
import type { KeepPaperBody, PaperKept } from '@guanhu/shared/agreements/application.contract';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AttachmentKind } from '@guanhu/shared/registry/attachments.terms';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Attachments } from '../registry/registry.public.ts';
import { ReadAgreement } from './read-agreement.ts';

/** Photographed papers of the reward: kept in the patient's file as every attachment is, checked by content and sealed. */
@Injectable()
export class KeepPaper {
  readonly #teams: Teams;
  readonly #agreements: ReadAgreement;
  readonly #access: Access;
  readonly #attachments: Attachments;

  constructor(teams: Teams, agreements: ReadAgreement, access: Access, attachments: Attachments) {
    this.#teams = teams;
    this.#agreements = agreements;
    this.#access = access;
    this.#attachments = attachments;
  }

  /** A paper that an application will name. @throws Refusal NOT_FOUND_OR_NO_ACCESS, PAPER_NOT_PICTURE and those of every file */
  async forApplication(tx: Tx, actor: Actor, patientId: Id, body: KeepPaperBody): Promise<PaperKept> {
    await this.#teams.requireFor(tx, actor, 'application:make', patientId);
    return this.#keep(tx, actor, patientId, body, 'other', '奖补申请材料');
  }

  /** A page that was signed. @throws Refusal NOT_FOUND_OR_NO_ACCESS, AGREEMENT_MOVE_NOT_ALLOWED, PAPER_NOT_PICTURE and those of every file */
  async signedPage(tx: Tx, actor: Actor, agreementId: Id, body: KeepPaperBody): Promise<PaperKept> {
    const { row, ties } = await this.#agreements.readable(tx, actor, agreementId);
    this.#access.require(actor, 'agreement:witness', ties);
    unwrap(decideNoParty(standsFor(actor), [row.guardian_id], 'AGREEMENT_OWN_PARTY'));
    unwrap(moveAgreement(row.state, 'guardianSigns'));
    return this.#keep(tx, actor, row.patient_id, body, 'agreement', '纸质协议签字页');
  }

  async #keep(
    tx: Tx,
    actor: Actor,
    patientId: Id,
    { attachmentId, content }: KeepPaperBody,
    kind: AttachmentKind,
    what: string,
  ): Promise<PaperKept> {
    const kept = await this.#attachments.keep(tx, actor, { attachmentId, patientId, kind, what, content });
    // The type is read from the content; a file that was written for a refused one is swept away.
    if (kept.type.startsWith('audio/')) throw new Refusal('PAPER_NOT_PICTURE');
    return { attachmentId, sha256: kept.sha256.toString('hex') };
  }
}
