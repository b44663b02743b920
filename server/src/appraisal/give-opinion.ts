import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { awaitsOpinions, moveAppraisal } from '@guanhu/shared/appraisal/appraisal-life.rules';
import type { GiveOpinionBody, OpinionAnswer } from '@guanhu/shared/appraisal/appraisal.contract';
import { effectiveDay, hasTakenEffect } from '@guanhu/shared/appraisal/effect.rules';
import { decideNotLower } from '@guanhu/shared/appraisal/objection.rules';
import { concurring, decidedAmount, decideOpinion } from '@guanhu/shared/appraisal/opinion.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import { fen } from '@guanhu/shared/kernel/fen';
import type { Id } from '@guanhu/shared/kernel/ids';
import { actedAt } from '@guanhu/shared/kernel/phone-clock';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Agreements, type AgreementRow } from '../agreements/agreements.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import * as store from './appraisal.store.ts';
import { appraisalTies } from './appraisal-ties.ts';
import { AskOpinions } from './ask-opinions.ts';
import { Objections } from './objections.ts';

/** One person's opinion on a period. Two distinct persons who concur decide it; one who thinks again opens it once more. */
@Injectable()
export class GiveOpinion {
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #agreements: Agreements;
  readonly #ask: AskOpinions;
  readonly #objections: Objections;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(
    access: Access,
    teams: Teams,
    agreements: Agreements,
    ask: AskOpinions,
    objections: Objections,
    vaults: Vaults,
    audit: Audit,
    outbox: Outbox,
    clock: Clock,
  ) {
    this.#access = access;
    this.#teams = teams;
    this.#agreements = agreements;
    this.#ask = ask;
    this.#objections = objections;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, appraisalId: Id, body: GiveOpinionBody): Promise<OpinionAnswer> {
    const row = await store.lockAppraisal(tx, appraisalId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'appraisal:opine', appraisalTies(tx, row, await this.#teams.tiesOf(tx, row.patient_id)));
    unwrap(decideNoParty(standsFor(actor), [row.guardian_id], 'APPRAISAL_OWN_PARTY'));
    const reopened = unwrap(moveAppraisal(row.state, 'opinionsDiverge'));
    if (!awaitsOpinions(row.state, row.effective_on)) throw new Refusal('APPRAISAL_NOT_OPEN');
    if (row.version !== body.version) throw new Refusal('STALE');
    const agreement = await this.#agreements.find(tx, row.agreement_id);
    if (!agreement) throw new Error('an appraisal without its agreement');
    const today = this.#clock.today();
    const { outcome, breaches = [], guardianHeardOn } = body;
    const opinion = unwrap(decideOpinion({ outcome, breaches, guardianHeardOn }, agreement.percent, row.from_on, today));
    unwrap(decideNotLower(decidedAmount(fen(row.full_fen), opinion), row.floor_fen));

    const now = this.#clock.now();
    const vault = await this.#vaults.of(tx.countyId);
    // They saw every opinion of before, so theirs is the newest, whatever their phone's clock says.
    const last = (await store.readOpinions(tx, vault, appraisalId)).at(-1)?.at;
    const at = actedAt(body.tappedAt, now, last);
    await store.insertOpinion(tx, vault, {
      appraisalId,
      personId: actor.personId,
      round: row.round,
      opinion,
      note: body.note ?? null,
      at,
    });
    await this.#audit.deed(tx, {
      actor,
      act: 'appraisal:opined',
      objectKind: 'appraisal',
      objectId: appraisalId,
      patientId: row.patient_id,
      facts: { outcome },
    });
    const given = (await store.readOpinions(tx, vault, appraisalId)).filter(each => each.round === row.round);
    const decided = this.#decision(row, agreement, given);
    if (!decided) {
      // After an objection what was decided stands until two decide anew.
      const version = reopened === 'answered' ? await store.storeHeard(tx, row) : await store.storeState(tx, row, reopened, null, now);
      return { id: appraisalId, state: reopened, version, decidedFen: null, waitingForSecond: true };
    }
    const state = await this.#decide(tx, actor, row, decided);
    const version = await store.storeState(tx, row, state, decided, now);
    return { id: appraisalId, state, version, decidedFen: decided.decidedFen, waitingForSecond: false };
  }

  #decision(row: store.AppraisalRow, agreement: AgreementRow, given: readonly store.StoredOpinion[]): store.Decided | null {
    const opinion = concurring(given);
    if (!opinion) return null;
    return {
      opinion,
      decidedFen: decidedAmount(fen(row.full_fen), opinion),
      effectiveOn: effectiveDay(opinion, this.#clock.today(), agreement.objection_days),
    };
  }

  /** Payment in full takes effect with the decision; a deduction waits for the days of an objection. */
  async #decide(tx: Tx, actor: Actor, row: store.AppraisalRow, { opinion, effectiveOn }: store.Decided) {
    const decided = unwrap(moveAppraisal(row.state, 'twoConcur'));
    await this.#agreements.settleThrough(tx, row.agreement_id, row.to_on);
    await this.#audit.deed(tx, {
      actor,
      act: 'appraisal:decided',
      objectKind: 'appraisal',
      objectId: row.id,
      patientId: row.patient_id,
      facts: { outcome: opinion.outcome },
    });
    await this.#ask.done(tx, row.id, actor.personId);
    await this.#objections.tellGuardian(tx, row, `decided:${String(row.version)}`);
    if (!hasTakenEffect(effectiveOn, this.#clock.today())) return decided;
    await this.#outbox.put(tx, { kind: 'appraisal-final', key: `${row.id}:${String(row.version)}`, payload: { appraisalId: row.id } });
    return unwrap(moveAppraisal(decided, 'takesEffect'));
  }
}
