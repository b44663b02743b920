import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { BatchDetail, PrepareBatchBody } from '@guanhu/shared/payouts/payouts.contract';
import { stopsBatch } from '@guanhu/shared/payouts/precheck.rules';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { BudgetLines } from './budget-lines.ts';
import { insertBatch, insertBatchStep } from './batch.store.ts';
import { lockFree, type EntitlementRow } from './entitlement.store.ts';
import { FrozenBasis } from './frozen-basis.ts';
import { Prechecks } from './prechecks.ts';
import { MerchantAccounts, type OpenAccount } from './merchant-accounts.ts';
import { ReadPayouts } from './read-payouts.ts';

/** The maker puts approved entitlements of one township into a batch. */
@Injectable()
export class PrepareBatch {
  readonly #access: Access;
  readonly #merchants: MerchantAccounts;
  readonly #lines: BudgetLines;
  readonly #prechecks: Prechecks;
  readonly #frozen: FrozenBasis;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;
  readonly #payouts: ReadPayouts;

  constructor(
    access: Access,
    merchants: MerchantAccounts,
    lines: BudgetLines,
    prechecks: Prechecks,
    frozen: FrozenBasis,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
    payouts: ReadPayouts,
  ) {
    this.#access = access;
    this.#merchants = merchants;
    this.#lines = lines;
    this.#prechecks = prechecks;
    this.#frozen = frozen;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
    this.#payouts = payouts;
  }

  async run(tx: Tx, actor: Actor, body: PrepareBatchBody): Promise<BatchDetail> {
    const wanted = [...new Set(body.entitlementIds)];
    const rows = await lockFree(tx, wanted);
    const areaPath = townshipPathOf(rows);
    const [, townshipId] = areaPath;
    if (townshipId === undefined) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'batch:prepare', { countyId: tx.countyId, areaPath });
    if (rows.length < wanted.length || rows.some(row => row.area_path[1] !== townshipId)) throw new Refusal('BATCH_ENTITLEMENTS_TAKEN');
    unwrap(
      decideNoParty(
        standsFor(actor),
        rows.map(row => row.guardian_id),
        'BATCH_OWN_PARTY',
      ),
    );
    const [office] = await this.#merchants.officesIn(tx, [townshipId]);
    if (!office?.isOpen) throw new Refusal('PAYING_OFFICE_MISSING');

    await this.#precheck(tx, rows, await this.#merchants.get(office.merchantAccountId));

    const id = newId();
    const now = this.#clock.now();
    const lineId = await this.#lines.toSpend(tx, office.officeId, body.lineId, this.#clock.today());
    const batch = {
      id,
      line_id: lineId,
      title: body.title,
      township_id: townshipId,
      area_path: areaPath,
      office_id: office.officeId,
      merchant_account_id: office.merchantAccountId,
      people: rows.length,
      total_fen: rows.reduce((total, row) => total + row.amount_fen, 0),
    };
    await insertBatch(tx, batch, now);
    const vault = await this.#vaults.of(tx.countyId);
    await insertBatchStep(tx, vault, {
      batchId: id,
      step: 'prepared',
      personId: actor.personId,
      standsFor: standsFor(actor),
      reason: null,
      now,
    });
    await this.#frozen.freeze(tx, id, rows);
    await this.#audit.deed(tx, {
      actor,
      act: 'payouts:batch-prepared',
      objectKind: 'batch',
      objectId: id,
      facts: { people: batch.people, totalFen: batch.total_fen },
    });
    return this.#payouts.batchOf(tx, actor, id);
  }

  /** What the platform would refuse stops here, with an explanation. @throws Refusal PAYMENT_OVER_LIMIT, PAYEE_NAME_DIFFERS */
  async #precheck(tx: Tx, rows: readonly EntitlementRow[], account: OpenAccount): Promise<void> {
    const found = [...(await this.#prechecks.of(tx, rows, account.limits)).values()];
    if (found.includes('nameDiffers')) throw new Refusal('PAYEE_NAME_DIFFERS');
    if (found.some(stopsBatch)) throw new Refusal('PAYMENT_OVER_LIMIT');
  }
}

/** County and township of the first of these entitlements; empty without one. */
const townshipPathOf = (rows: readonly EntitlementRow[]): Id[] => rows[0]?.area_path.slice(0, 2) ?? [];
