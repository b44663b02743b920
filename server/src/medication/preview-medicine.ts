import { medicineMoves } from '@guanhu/shared/medication/medicine-preview.rules';
import { moreMoves, movesOf } from '@guanhu/shared/policy/policy-preview.rules';
import type { MovesByDate } from '@guanhu/shared/policy/policy-preview.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { PolicyPreviews, type MovedCount, type MovedRow, type PolicyChange, type PolicyPreview } from '../policy/policy.public.ts';
import { countMoved, listMoved } from './medicine-preview.store.ts';

type Change = PolicyChange<'medication'>;

/** Whose refills, injections and calls about silence a medication policy moves before it begins. */
@Injectable()
export class PreviewMedicine implements OnModuleInit, PolicyPreview<'medication'> {
  readonly #previews: PolicyPreviews;
  readonly #clock: Clock;

  constructor(previews: PolicyPreviews, clock: Clock) {
    this.#previews = previews;
    this.#clock = clock;
  }

  onModuleInit(): void {
    this.#previews.on('medication', this);
  }

  readonly count = async (reader: Reader, change: Change, areas: readonly Id[]): Promise<MovedCount> => {
    const asked = this.#asked(change);
    const { patients, moved, ...counts } = await countMoved(reader, asked, areas);
    return { patients, moved, dates: datesOf(asked, counts) };
  };

  readonly list = async (
    reader: Reader,
    change: Change,
    page: Parameters<PolicyPreview<'medication'>['list']>[2],
  ): Promise<readonly MovedRow[]> => {
    const asked = this.#asked(change);
    const rows = await listMoved(reader, asked, page);
    return rows.map(({ id, nameSealed, villageName, ...flags }) => ({ id, nameSealed, villageName, dates: datesOf(asked, flags) }));
  };

  #asked({ before, after, effectiveOn, under }: Change) {
    const today = this.#clock.today();
    return { under, today, moves: medicineMoves(before, after, effectiveOn, today) };
  }
}

const DATES = ['refill', 'injection', 'ask', 'silence'] as const;
const datesOf = (
  { moves }: { moves: ReturnType<typeof medicineMoves> },
  counts: { readonly [D in (typeof DATES)[number]]: number | boolean },
): MovesByDate => DATES.reduce<MovesByDate>((sum, date) => moreMoves(sum, movesOf(date, moves[date].move, Number(counts[date]))), {});
