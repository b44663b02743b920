import { AGREEMENT_STATES } from '@guanhu/shared/agreements/agreements.terms';
import { daysBetween, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { span } from '../../ui/time.ts';
import { lineOfToday } from '../today/passbook-line.ts';
import { agreementWords } from '../../words/agreement.ts';
import { commonWords } from '../../words/common.ts';

export type Agreement = AnswerOf<typeof myPassbook>['agreements'][number];
export type Line = Agreement['lines'][number];

/** What a period's line says; expected until two people have decided. */
const LINE_WORDS: Record<Line['state'], string> = {
  upcoming: agreementWords.lineUpcoming,
  expected: agreementWords.lineExpected,
  gathering: agreementWords.lineExpected,
  proposed: agreementWords.lineProposed,
  decided: agreementWords.lineDecided,
  objected: agreementWords.lineObjected,
  answered: agreementWords.lineAnswered,
  final: agreementWords.lineFinal,
};

/** What has become of the money of a period, when there is any yet. */
const MONEY_WORDS: Record<NonNullable<Line['entitlement']>['state'], string> = {
  approved: agreementWords.moneyApproved,
  claimable: agreementWords.moneyClaimable,
  inTransfer: agreementWords.moneyInTransfer,
  paid: agreementWords.moneyPaid,
  failed: agreementWords.moneyFailed,
  returned: agreementWords.moneyReturned,
};

export type LineView = {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly amountFen: number;
  /** A tap leads to the whole story of the line, and to an objection. */
  readonly appraisalId: string;
};

/** One line of the passbook in words, with the reasons right under the fact. */
export function lineView(line: Line): LineView {
  const money = line.entitlement && MONEY_WORDS[line.entitlement.state];
  return {
    key: line.appraisalId,
    // An objection that is looked at is told before what became of the money so far.
    name: `${span(line.from, line.to)} ${(line.state === 'objected' ? undefined : money) ?? LINE_WORDS[line.state]}`,
    note: line.reasons.join(commonWords.clauseMark),
    amountFen: line.amountFen,
    appraisalId: line.appraisalId,
  };
}

/** Whether the amount of a line is only what is expected so far. */
export const isExpected = (line: Line): boolean =>
  line.state === 'expected' || line.state === 'gathering' || line.state === 'upcoming' || line.state === 'proposed';

/** The sentence under the title of an agreement. */
export const stateWords = (agreement: Agreement): string =>
  agreement.toSign
    ? agreementWords.yoursToSign
    : agreement.state === 'draft'
      ? agreementWords.toBeSigned
      : AGREEMENT_STATES[agreement.state];

/** How far the period has gone, in days, for the bar. */
export const daysInto = (line: Line, today: CalendarDate): { done: number; all: number } => {
  const all = daysBetween(line.from, line.to) + 1;
  return { done: Math.min(Math.max(daysBetween(line.from, today) + 1, 0), all), all };
};

/** What a passbook shows of one agreement, a card each. */
export type Part =
  | { readonly of: 'toSign' }
  | { readonly of: 'claim'; readonly payment: Line['entitlements'][number] }
  | { readonly of: 'debt'; readonly debt: Agreement['debts'][number] }
  | { readonly of: 'now'; readonly line: Line }
  | { readonly of: 'lines'; readonly lines: readonly Line[] }
  | { readonly of: 'about' };

/** What waits for the guardian first, then how it stands, then every line and whom to ask. Large type leaves out what has not begun. */
export function partsOf(agreement: Agreement, today: CalendarDate, care: boolean): readonly Part[] {
  const lines = care ? agreement.lines.filter(line => line.state !== 'upcoming') : agreement.lines;
  const now = lineOfToday(agreement.lines, today);
  const waits = agreement.lines
    .flatMap(line => line.entitlements)
    .filter(each => each.state === 'claimable' || each.state === 'inTransfer');
  return [
    ...(agreement.toSign ? [{ of: 'toSign' } as const] : []),
    ...waits.map(payment => ({ of: 'claim', payment }) as const),
    ...agreement.debts.map(debt => ({ of: 'debt', debt }) as const),
    ...(now ? [{ of: 'now', line: now } as const] : []),
    ...(lines.length > 0 ? [{ of: 'lines', lines } as const] : []),
    { of: 'about' },
  ];
}
