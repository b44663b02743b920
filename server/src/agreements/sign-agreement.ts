import type { Actor } from '@guanhu/shared/access/access.terms';
import { moveAgreement } from '@guanhu/shared/agreements/agreement-life.rules';
import type { AgreementMoved, SignAgreementBody } from '@guanhu/shared/agreements/agreements.contract';
import { decideSignature } from '@guanhu/shared/agreements/signature.rules';
import { decideRead } from '@guanhu/shared/agreements/reading.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import * as store from './agreements.store.ts';
import { ReadAgreement } from './read-agreement.ts';
import { findReading } from './reading.store.ts';
import { StartReading } from './start-reading.ts';

/** The guardian signs the text that was read to its end; what is kept are the strokes, not a picture. */
@Injectable()
export class SignAgreement {
  readonly #agreements: ReadAgreement;
  readonly #readings: StartReading;
  readonly #access: Access;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(agreements: ReadAgreement, readings: StartReading, access: Access, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#agreements = agreements;
    this.#readings = readings;
    this.#access = access;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, agreementId: Id, body: SignAgreementBody): Promise<AgreementMoved> {
    const { row, ties } = await this.#agreements.readable(tx, actor, agreementId);
    this.#access.require(actor, 'agreement:sign', ties);
    const state = unwrap(moveAgreement(row.state, 'guardianSigns'));
    const vault = await this.#vaults.of(tx.countyId);
    const document = await store.readDocument(tx, vault, agreementId);
    if (document.sha256 !== body.contentSha256) throw new Refusal('AGREEMENT_TEXT_CHANGED');
    const now = this.#clock.now();
    const { personId, sessionId } = actor;
    const signing = { personId, sessionId, contentSha256: document.sha256, readToEnd: body.readToEnd, now };
    const reading = await findReading(tx, body.readingId, agreementId);
    unwrap(decideRead(reading, signing, await this.#readings.leastSeconds(tx, row.patient_id)));
    const strokes = unwrap(decideSignature(body.strokes));
    const moved = await store.moveRow(tx, agreementId, body.version, { state });
    await store.insertSignature(tx, vault, agreementId, {
      side: 'guardian',
      personId: actor.personId,
      strokes,
      paper: null,
      contentSha256: document.sha256,
      readToEnd: true,
      at: now,
    });
    await store.insertStep(tx, agreementId, 'signed', actor.personId, null, now);
    await this.#audit.deed(tx, {
      actor,
      act: 'agreements:signed',
      objectKind: 'agreement',
      objectId: agreementId,
      patientId: row.patient_id,
    });
    return moved;
  }
}
