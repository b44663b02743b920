import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { moveAppraisal } from '@guanhu/shared/appraisal/appraisal-life.rules';
import { objectionEffectiveDay } from '@guanhu/shared/appraisal/effect.rules';
import { decideAnswerer } from '@guanhu/shared/appraisal/objection.rules';
import type { AnswerObjectionBody, ObjectionDetail } from '@guanhu/shared/appraisal/objections.contract';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Agreements } from '../agreements/agreements.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { lockAppraisal, readOpinions, storeRefused, storeUpheld, type AppraisalRow } from './appraisal.store.ts';
import { AskOpinions } from './ask-opinions.ts';
import { endObjection, objectionsTo, readObjection, type ObjectionRow } from './objection.store.ts';
import { Objections } from './objections.ts';
import { ReadObjections } from './read-objections.ts';

/** Somebody who had no part in the decision answers with reasons. No amount changes here: an upheld objection asks two people anew. */
@Injectable()
export class AnswerObjection {
  readonly #access: Access;
  readonly #agreements: Agreements;
  readonly #objections: Objections;
  readonly #ask: AskOpinions;
  readonly #read: ReadObjections;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    access: Access,
    agreements: Agreements,
    objections: Objections,
    ask: AskOpinions,
    read: ReadObjections,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#access = access;
    this.#agreements = agreements;
    this.#objections = objections;
    this.#ask = ask;
    this.#read = read;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, APPRAISAL_OWN_PARTY, OBJECTION_NOT_YOURS, OBJECTION_CLOSED, STALE */
  async run(tx: Tx, actor: Actor, objectionId: Id, { version, outcome, reasons }: AnswerObjectionBody): Promise<ObjectionDetail> {
    const vault = await this.#vaults.of(tx.countyId);
    const objection = await readObjection(tx, vault, objectionId);
    if (!objection) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'objection:answer', { countyId: tx.countyId, areaPath: objection.areaPath });
    if (objection.level === 'county') await this.#access.requireInCounty(tx, actor, 'objection:decide');
    unwrap(decideNoParty(standsFor(actor), [objection.guardianId], 'APPRAISAL_OWN_PARTY'));
    const row = await lockAppraisal(tx, objection.appraisalId);
    if (!row) throw new Error('an objection without its appraisal');
    const before = [
      ...(await readOpinions(tx, vault, row.id)).map(each => each.personId),
      ...(await objectionsTo(tx, vault, [row.id])).flatMap(each => each.answeredBy ?? []),
    ];
    unwrap(decideAnswerer(standsFor(actor), before));
    if (objection.state !== 'open') throw new Refusal('OBJECTION_CLOSED');
    unwrap(moveAppraisal(row.state, 'answer'));
    const now = this.#clock.now();
    if (!(await endObjection(tx, vault, { id: objectionId, version }, outcome, { by: actor.personId, reasons, at: now })))
      throw new Refusal('STALE');
    if (outcome === 'upheld') await this.#again(tx, row);
    else await this.#refuse(tx, row, objection);
    await this.#audit.deed(tx, {
      actor,
      act: 'appraisal:objection-answered',
      objectKind: 'objection',
      objectId: objectionId,
      patientId: row.patient_id,
      facts: { level: objection.level, outcome },
    });
    await this.#objections.tellGuardian(tx, row, `answered:${objectionId}`);
    return this.#read.detail(tx, actor, objectionId);
  }

  /** Two people decide anew, and never on less. */
  async #again(tx: Tx, row: AppraisalRow): Promise<void> {
    const round = await storeUpheld(tx, row);
    await this.#ask.of(tx, [row], round);
  }

  /** It stands: until the days for the next level are over where there is one. */
  async #refuse(tx: Tx, row: AppraisalRow, { level }: ObjectionRow): Promise<void> {
    const agreement = await this.#agreements.find(tx, row.agreement_id);
    if (!agreement) throw new Error('an appraisal without its agreement');
    await storeRefused(tx, row, objectionEffectiveDay(level, this.#clock.today(), agreement.objection_days));
  }
}
