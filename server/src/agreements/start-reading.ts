import type { Actor } from '@guanhu/shared/access/access.terms';
import { moveAgreement } from '@guanhu/shared/agreements/agreement-life.rules';
import type { ReadingStarted, StartReadingBody } from '@guanhu/shared/agreements/signing.contract';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { readDocument } from './agreements.store.ts';
import { ReadAgreement } from './read-agreement.ts';
import { insertReading } from './reading.store.ts';

/** A guardian's phone begins to show the text that will be signed: the server notes since when, and for which session. */
@Injectable()
export class StartReading {
  readonly #agreements: ReadAgreement;
  readonly #access: Access;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(agreements: ReadAgreement, access: Access, policies: Policies, vaults: Vaults, clock: Clock) {
    this.#agreements = agreements;
    this.#access = access;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, AGREEMENT_MOVE_NOT_ALLOWED, AGREEMENT_TEXT_CHANGED, INPUT_INVALID when the id is taken */
  async run(tx: Tx, actor: Actor, agreementId: Id, { readingId, contentSha256 }: StartReadingBody): Promise<ReadingStarted> {
    const { row, ties } = await this.#agreements.readable(tx, actor, agreementId);
    this.#access.require(actor, 'agreement:sign', ties);
    unwrap(moveAgreement(row.state, 'guardianSigns'));
    const document = await readDocument(tx, await this.#vaults.of(tx.countyId), agreementId);
    if (document.sha256 !== contentSha256) throw new Refusal('AGREEMENT_TEXT_CHANGED');
    const { personId, sessionId } = actor;
    const reading = { personId, sessionId, contentSha256, startedAt: this.#clock.now() };
    if (!(await insertReading(tx, readingId, agreementId, reading))) throw new Refusal('INPUT_INVALID', ['body.readingId']);
    return { readingId, leastSeconds: await this.leastSeconds(tx, row.patient_id) };
  }

  /** What the policy in force asks for, in seconds. */
  async leastSeconds(tx: Tx, patientId: Id): Promise<number> {
    return (await this.#policies.inForce(tx, 'reward', this.#clock.today(), { patientId })).leastReadingSeconds;
  }
}
