import { caseReviewMoves } from '@guanhu/shared/care-team/case-team.rules';
import { movesOf } from '@guanhu/shared/policy/policy-preview.rules';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { PolicyPreviews, previewOf, type PolicyChange } from '../policy/policy.public.ts';
import { countMovedCases, listMovedCases } from './case-preview.store.ts';

/** Whose case reviews a policy moves before it begins. */
@Injectable()
export class PreviewCases implements OnModuleInit {
  readonly #previews: PolicyPreviews;
  readonly #clock: Clock;

  constructor(previews: PolicyPreviews, clock: Clock) {
    this.#previews = previews;
    this.#clock = clock;
  }

  onModuleInit(): void {
    const asked = ({ before, after, effectiveOn, under }: PolicyChange<'caseTeam'>) => {
      const reviews = caseReviewMoves(before, after, effectiveOn);
      return { under, today: this.#clock.today(), after: reviews.after, moves: reviews.move !== null, move: reviews.move };
    };
    const dates = ({ move }: ReturnType<typeof asked>, { moved }: { readonly moved: number | boolean }) =>
      movesOf('caseReview', move, Number(moved));
    this.#previews.on('caseTeam', previewOf({ asked, count: countMovedCases, list: listMovedCases, dates }));
  }
}
