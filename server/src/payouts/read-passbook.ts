import type { Actor } from '@guanhu/shared/access/access.terms';
import { expectedSoFar } from '@guanhu/shared/agreements/reward.rules';
import { claimWords } from '@guanhu/shared/payouts/claim-words.rules';
import { isSettled } from '@guanhu/shared/payouts/payout-life.rules';
import { hasEnded } from '@guanhu/shared/agreements/term.rules';
import { APPRAISAL_OUTCOMES } from '@guanhu/shared/appraisal/appraisal.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { fen, NOTHING } from '@guanhu/shared/kernel/fen';
import type { Passbook } from '@guanhu/shared/payouts/payouts.contract';
import { Injectable } from '@nestjs/common';
import { Agreements, rewardTermsOf, type AgreementRow } from '../agreements/agreements.public.ts';
import { Appraisals, ShowLines, type AppraisalRow } from '../appraisal/appraisal.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { entitlementsOfGuardian, type EntitlementRow } from './entitlement.store.ts';
import { debtsOfGuardian } from './recovery.store.ts';
import { ownView } from './show-entitlement.ts';

type Line = Passbook['agreements'][number]['lines'][number];

/** The guardian's passbook: every agreement, every period of it, what it earns and how far the money is. */
@Injectable()
export class ReadPassbook {
  readonly #database: Database;
  readonly #agreements: Agreements;
  readonly #appraisals: Appraisals;
  readonly #lines: ShowLines;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    agreements: Agreements,
    appraisals: Appraisals,
    lines: ShowLines,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#agreements = agreements;
    this.#appraisals = appraisals;
    this.#lines = lines;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(actor: Actor): Promise<Passbook> {
    const reader = this.#database.county(actor.countyId);
    const agreements = await this.#agreements.ofGuardian(reader, actor.personId);
    const appraisals = await this.#appraisals.ofAgreements(
      reader,
      agreements.map(row => row.id),
    );
    const entitlements = await entitlementsOfGuardian(reader, actor.personId);
    const shown = await this.#lines.of(reader, appraisals);
    const debts = await debtsOfGuardian(reader, await this.#vaults.of(reader.countyId), actor.personId);
    await this.#audit.read(reader, { actor, what: 'payouts:passbook', patientIds: [...new Set(agreements.map(row => row.patient_id))] });
    const today = this.#clock.today();
    return {
      agreements: agreements.map(row => ({
        id: row.id,
        number: row.number,
        state: row.state,
        version: row.version,
        patientId: row.patient_id,
        from: row.from_on,
        to: row.last_on,
        cycle: row.cycle,
        toSign: row.state === 'draft',
        debts: debts
          .filter(debt => entitlements.some(each => each.id === debt.entitlementId && each.agreement_id === row.id))
          .map(({ amountFen, repaidFen, reason }) => ({ amountFen, repaidFen, reason })),
        lines: appraisals
          .filter(each => each.agreement_id === row.id)
          .map(each =>
            lineOf(
              row,
              each,
              entitlements.filter(one => one.appraisal_id === each.id),
              shown.get(each.id),
              today,
            ),
          ),
      })),
    };
  }
}

type Shown = Awaited<ReturnType<ShowLines['of']>> extends ReadonlyMap<string, infer S> ? S : never;

function lineOf(
  agreement: AgreementRow,
  row: AppraisalRow,
  granted: readonly EntitlementRow[],
  shown: Shown | undefined,
  today: CalendarDate,
): Line {
  const payments = granted
    .filter(each => each.state !== 'approved')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(ownView);
  const entitlement = payments.find(each => !isSettled(each.state)) ?? payments.at(-1) ?? null;
  return {
    appraisalId: row.id,
    from: row.from_on,
    to: row.to_on,
    fullFen: fen(row.full_fen),
    ...amountOf(agreement, row, today),
    todo: [...(shown?.todo ?? [])],
    deductions: (shown?.deductions ?? []).map(each => ({ ...each })),
    heardOn: shown?.heardOn ?? null,
    later: [...(shown?.later ?? [])],
    claim: claimWords({ state: row.state, to: row.to_on, effectiveOn: row.effective_on, payment: entitlement?.state ?? null, today }),
    objections: [...(shown?.objections ?? [])],
    mayObject: shown?.mayObject ?? null,
    entitlement,
    entitlements: payments,
  };
}

/** Expected so far, proposed, or decided: with the reason right beside it. */
function amountOf(agreement: AgreementRow, row: AppraisalRow, today: CalendarDate): Pick<Line, 'state' | 'amountFen' | 'reasons'> {
  const period = { from: row.from_on, to: row.to_on };
  const fullFen = fen(row.full_fen);
  if (row.state === 'proposed') return { state: 'proposed', amountFen: fullFen, reasons: ['等待两名工作人员认定'] };
  if (row.outcome !== null && row.decided_fen !== null)
    return { state: row.state, amountFen: fen(row.decided_fen), reasons: [`两人认定：${APPRAISAL_OUTCOMES[row.outcome]}`] };
  if (period.from > today) return { state: 'upcoming', amountFen: NOTHING, reasons: [] };
  if (hasEnded(period, today)) return { state: 'gathering', amountFen: fullFen, reasons: ['等待两名工作人员认定'] };
  const amountFen = expectedSoFar(period, rewardTermsOf(agreement), today, fullFen);
  return { state: 'expected', amountFen, reasons: ['按天累计到今天，期末由两人认定'] };
}
