import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { moveAgreement } from '@guanhu/shared/agreements/agreement-life.rules';
import type { AgreementMoved, CountersignAgreementBody } from '@guanhu/shared/agreements/agreements.contract';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import * as store from './agreements.store.ts';
import { ReadAgreement } from './read-agreement.ts';
import { TellOfAgreement } from './tell-of-agreement.ts';

/** The township countersigns what the guardian signed; duty and reward begin. */
@Injectable()
export class CountersignAgreement {
  readonly #agreements: ReadAgreement;
  readonly #access: Access;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #tell: TellOfAgreement;
  readonly #clock: Clock;

  constructor(
    agreements: ReadAgreement,
    access: Access,
    vaults: Vaults,
    audit: Audit,
    outbox: Outbox,
    tell: TellOfAgreement,
    clock: Clock,
  ) {
    this.#agreements = agreements;
    this.#access = access;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#tell = tell;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, agreementId: Id, body: CountersignAgreementBody): Promise<AgreementMoved> {
    const { row, ties } = await this.#agreements.readable(tx, actor, agreementId);
    this.#access.require(actor, 'agreement:countersign', ties);
    unwrap(decideNoParty(standsFor(actor), [row.guardian_id], 'AGREEMENT_OWN_PARTY'));
    const witness = (await store.readSignatures(tx, await this.#vaults.of(tx.countyId), agreementId)).flatMap(
      one => one.paper?.witnessId ?? [],
    );
    unwrap(decideNoParty(standsFor(actor), witness, 'AGREEMENT_WITNESSED_BY_YOU'));
    const state = unwrap(moveAgreement(row.state, 'townshipCountersigns'));
    const vault = await this.#vaults.of(tx.countyId);
    const document = await store.readDocument(tx, vault, agreementId);
    if (document.sha256 !== body.contentSha256) throw new Refusal('AGREEMENT_TEXT_CHANGED');

    const now = this.#clock.now();
    const moved = await store.moveRow(tx, agreementId, body.version, { state });
    await store.insertSignature(tx, vault, agreementId, {
      side: 'township',
      personId: actor.personId,
      strokes: null,
      paper: null,
      contentSha256: document.sha256,
      readToEnd: true,
      at: now,
    });
    await store.insertStep(tx, agreementId, 'countersigned', actor.personId, null, now);
    await this.#audit.deed(tx, {
      actor,
      act: 'agreements:countersigned',
      objectKind: 'agreement',
      objectId: agreementId,
      patientId: row.patient_id,
    });
    await this.#tell.guardian(tx, row, 'countersigned');
    await this.#outbox.put(tx, { kind: 'agreement-activated', key: agreementId, payload: { agreementId } });
    return moved;
  }
}
