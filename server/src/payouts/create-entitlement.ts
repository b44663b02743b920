import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Appraisals } from '../appraisal/appraisal.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { entitlementId } from './entitlement-id.ts';
import { entitlementsOfPeriod, insertEntitlement } from './entitlement.store.ts';

/**
 * What a final appraisal grants becomes an entitlement, once; a period that earns nothing has none. When an answered objection has raised
 * it since, the difference becomes a supplement. Safe to repeat.
 */
@Injectable()
export class CreateEntitlement {
  readonly #appraisals: Appraisals;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(appraisals: Appraisals, audit: Audit, clock: Clock) {
    this.#appraisals = appraisals;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, appraisalId: Id): Promise<void> {
    const appraisal = await this.#appraisals.lock(tx, appraisalId);
    if (appraisal?.state !== 'final' || appraisal.outcome === null || !appraisal.decided_fen) return;
    const { agreement_id, patient_id, guardian_id, area_path, from_on, to_on, full_fen, outcome, decided_fen } = appraisal;
    const granted = await entitlementsOfPeriod(tx, agreement_id, from_on);
    const rest = decided_fen - granted.reduce((all, each) => all + each.amount_fen, 0);
    if (rest <= 0) return;
    const isFirst = granted.length === 0;
    const kind = isFirst ? 'regular' : 'supplement';
    // The first supplement is numbered 1, as the regular one is: the key holds the kind.
    const seq = isFirst ? 1 : granted.length;
    const id = entitlementId(agreement_id, from_on, kind, seq);
    const isNew = await insertEntitlement(
      tx,
      {
        id,
        appraisal_id: appraisalId,
        agreement_id,
        patient_id,
        guardian_id,
        area_path,
        from_on,
        to_on,
        kind,
        seq,
        full_fen,
        amount_fen: rest,
        outcome,
      },
      this.#clock.now(),
    );
    if (!isNew) return;
    await this.#audit.deed(tx, {
      actor: 'system',
      act: 'payouts:entitled',
      objectKind: 'entitlement',
      objectId: id,
      patientId: patient_id,
      facts: { amountFen: rest },
    });
  }
}
