import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ConsentRecorded, RecordConsentBody } from '@guanhu/shared/registry/consent.contract';
import { decideConsent } from '@guanhu/shared/registry/consent.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { insertConsent, readConsents, type ConsentRow } from './consent.store.ts';
import { Lives } from './lives.ts';

/** Decisions about community management. Permission has been asked by whoever calls. */
@Injectable()
export class Consents {
  readonly #lives: Lives;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(lives: Lives, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#lives = lives;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** A page, newest first. */
  async list(reader: Reader, patientId: Id, after: Id | null, limit: number): Promise<ConsentRow[]> {
    return readConsents(reader, await this.#vaults.of(reader.countyId), patientId, after, limit);
  }

  /** A decision that was made in another county goes on to hold; `id` is what brought it. The same again changes nothing. */
  async bring(tx: Tx, actor: Actor, patientId: Id, consent: Omit<ConsentRow, 'by'>): Promise<void> {
    const row = { ...consent, patientId, by: actor.personId, now: this.#clock.now() };
    if (!(await insertConsent(tx, await this.#vaults.of(tx.countyId), row))) return;
    await this.#lives.consented(tx, patientId, consent.decision);
    const { id, decision, on, textVersion, basis } = consent;
    const facts = { decision, on, textVersion, basis };
    await this.#audit.deed(tx, { actor, act: 'registry:consent-recorded', objectKind: 'consent', objectId: id, patientId, facts });
  }

  /** @throws Refusal CONSENT_NOTHING_TO_WITHDRAW, CONSENT_DAY_NOT_ALLOWED */
  async record(tx: Tx, actor: Actor, patientId: Id, body: RecordConsentBody): Promise<ConsentRecorded> {
    const life = await this.#lives.find(tx, patientId);
    if (!life) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { consentId, decision, on } = body;
    const before = life.consent === null || life.consentOn === null ? null : { decision: life.consent, on: life.consentOn };
    unwrap(decideConsent({ decision, on, before, today: this.#clock.today() }));
    const isNew = await insertConsent(tx, await this.#vaults.of(tx.countyId), {
      id: consentId,
      patientId,
      decision,
      on,
      signer: 'signer' in body ? body.signer : null,
      signerName: 'signer' in body ? body.signerName : null,
      textVersion: 'textVersion' in body ? body.textVersion : null,
      basis: 'basis' in body ? body.basis : null,
      note: body.note ?? null,
      by: actor.personId,
      now: this.#clock.now(),
    });
    if (!isNew) throw new Refusal('INPUT_INVALID', ['body.consentId']);
    const care = await this.#lives.consented(tx, patientId, decision);
    const facts = {
      decision,
      on,
      textVersion: 'textVersion' in body ? body.textVersion : null,
      basis: 'basis' in body ? body.basis : null,
    };
    await this.#audit.deed(tx, { actor, act: 'registry:consent-recorded', objectKind: 'consent', objectId: consentId, patientId, facts });
    return { consentId, decision, care: [...care] };
  }
}
