import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { myPassbook } from '@guanhu/shared/payouts/payouts.routes';

export type Agreement = AnswerOf<typeof myPassbook>['agreements'][number];
export type PassbookLine = Agreement['lines'][number];

/** The period that runs today; else the next one to come, else the last one. */
export function lineOfToday(lines: readonly PassbookLine[], today: CalendarDate): PassbookLine | undefined {
  return lines.find(line => line.from <= today && today <= line.to) ?? lines.find(line => line.from > today) ?? lines[lines.length - 1];
}

/** What waits for the guardian's finger, most pressing first. */
export type ToDo =
  | { readonly kind: 'sign'; readonly agreementId: string }
  | {
      readonly kind: 'claim';
      readonly entitlementId: string;
      readonly amountFen: number;
      /** Claimed already; WeChat waits for the confirmation. */
      readonly started: boolean;
      readonly from: CalendarDate;
      readonly to: CalendarDate;
    };

/** Signatures first, then money that can be claimed or is on its way. */
export function toDos(agreements: readonly Agreement[]): readonly ToDo[] {
  const sign = agreements.filter(each => each.toSign).map((each): ToDo => ({ kind: 'sign', agreementId: each.id }));
  const claim = agreements
    .flatMap(each => each.lines)
    .flatMap(line => line.entitlements)
    .flatMap((entitlement): readonly ToDo[] =>
      entitlement.state === 'claimable' || entitlement.state === 'inTransfer'
        ? [
            {
              kind: 'claim',
              entitlementId: entitlement.id,
              started: entitlement.state === 'inTransfer',
              amountFen: entitlement.amountFen,
              from: entitlement.from,
              to: entitlement.to,
            },
          ]
        : [],
    );
  return [...sign, ...claim];
}
