import { medicineMoves } from '@guanhu/shared/medication/medicine-preview.rules';
import { moreMoves, movesOf } from '@guanhu/shared/policy/policy-preview.rules';
import type { MovesByDate } from '@guanhu/shared/policy/policy-preview.terms';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { PolicyPreviews, previewOf, type PolicyChange } from '../policy/policy.public.ts';
import { countMoved, listMoved } from './medicine-preview.store.ts';

/** Whose refills, injections and calls about silence a medication policy moves before it begins. */
@Injectable()
export class PreviewMedicine implements OnModuleInit {
  readonly #previews: PolicyPreviews;
  readonly #clock: Clock;

  constructor(previews: PolicyPreviews, clock: Clock) {
    this.#previews = previews;
    this.#clock = clock;
  }

  onModuleInit(): void {
    const asked = ({ before, after, effectiveOn, under }: PolicyChange<'medication'>) => {
      const today = this.#clock.today();
      return { under, today, moves: medicineMoves(before, after, effectiveOn, today) };
    };
    this.#previews.on('medication', previewOf({ asked, count: countMoved, list: listMoved, dates }));
  }
}

const DATES = ['refill', 'injection', 'ask', 'silence'] as const;
const dates = (
  { moves }: { readonly moves: ReturnType<typeof medicineMoves> },
  kinds: { readonly [D in (typeof DATES)[number]]: number | boolean },
): MovesByDate => DATES.reduce<MovesByDate>((sum, date) => moreMoves(sum, movesOf(date, moves[date].move, Number(kinds[date]))), {});
