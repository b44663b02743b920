import { caseReviewMoves } from '@guanhu/shared/care-team/case-team.rules';
import { movesOf } from '@guanhu/shared/policy/policy-preview.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { PolicyPreviews, type MovedCount, type MovedRow, type PolicyChange, type PolicyPreview } from '../policy/policy.public.ts';
import { countMovedCases, listMovedCases } from './case-preview.store.ts';

type Change = PolicyChange<'caseTeam'>;

/** Whose case reviews a policy moves before it begins. */
@Injectable()
export class PreviewCases implements OnModuleInit, PolicyPreview<'caseTeam'> {
  readonly #previews: PolicyPreviews;
  readonly #clock: Clock;

  constructor(previews: PolicyPreviews, clock: Clock) {
    this.#previews = previews;
    this.#clock = clock;
  }

  onModuleInit(): void {
    this.#previews.on('caseTeam', this);
  }

  readonly count = async (reader: Reader, change: Change, areas: readonly Id[]): Promise<MovedCount> => {
    const { asked, move } = this.#asked(change);
    const { patients, moved } = await countMovedCases(reader, asked, areas);
    return { patients, moved, dates: movesOf('caseReview', move, moved) };
  };

  readonly list = async (
    reader: Reader,
    change: Change,
    page: Parameters<PolicyPreview<'caseTeam'>['list']>[2],
  ): Promise<readonly MovedRow[]> => {
    const { asked, move } = this.#asked(change);
    const rows = await listMovedCases(reader, asked, page);
    return rows.map(row => ({ ...row, dates: movesOf('caseReview', move, 1) }));
  };

  #asked({ before, after, effectiveOn, under }: Change) {
    const reviews = caseReviewMoves(before, after, effectiveOn);
    const asked = { under, today: this.#clock.today(), after: reviews.after, moves: reviews.move !== null };
    return { asked, move: reviews.move };
  }
}
