import type { AnswerCounts } from '@guanhu/shared/medication/adherence.rules';
import { askedStretches, unansweredOf } from '@guanhu/shared/medication/asked.rules';
import { stretchesOf } from '@guanhu/shared/registry/care-history.rules';
import { Injectable } from '@nestjs/common';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from '../platform/database/database.ts';
import { CareHistories } from '../registry/registry.public.ts';
import { readSaid, type SpanOf } from './medication.store.ts';

/** How many days were answered how, and by which rows. */
export type CountedAnswers = AnswerCounts & { readonly ids: readonly Id[] };

/** What an appraisal counts: answers by kind, and days without one on which the family was asked. */
@Injectable()
export class MedicationEvidence {
  readonly #histories: CareHistories;

  constructor(histories: CareHistories) {
    this.#histories = histories;
  }

  /** One count for each span, in their order. */
  async count(reader: Reader, spans: readonly SpanOf[]): Promise<AnswerCounts[]> {
    return (await this.counted(reader, spans)).map(({ ids: _, ...counts }) => counts);
  }

  /** The same with the rows that were counted. */
  async counted(reader: Reader, spans: readonly SpanOf[]): Promise<CountedAnswers[]> {
    const [said, histories] = await Promise.all([
      readSaid(reader, spans),
      this.#histories.ofAll(
        reader,
        spans.map(span => span.patientId),
      ),
    ]);
    return spans.map((span, index) => {
      const own = said[index];
      const history = histories.get(span.patientId);
      if (!own || !history) return NOTHING_SAID;
      const { taken, partly, notTaken, answered, ids, ordered } = own;
      const asked = askedStretches(ordered, stretchesOf('medication', history, span));
      return { taken, partly, notTaken, unanswered: unansweredOf(asked, answered), ids };
    });
  }
}

const NOTHING_SAID: CountedAnswers = { taken: 0, partly: 0, notTaken: 0, unanswered: 0, ids: [] };
