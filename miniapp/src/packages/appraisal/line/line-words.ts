import { OBJECTION_STATES } from '@guanhu/shared/appraisal/appraisal.terms';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { monthDay } from '../../../ui/time.ts';
import { appraisalWords } from '../../../words/appraisal.ts';
import { commonWords } from '../../../words/common.ts';

type Line = AnswerOf<typeof myPassbook>['agreements'][number]['lines'][number];

/** Whether the amount is decided or only what is expected so far, right above it. */
export function lineState(line: Pick<Line, 'state' | 'reasons'>): string {
  const why = line.reasons.join(commonWords.clauseMark);
  switch (line.state) {
    case 'upcoming':
      return appraisalWords.upcoming;
    case 'expected':
    case 'gathering':
    case 'proposed':
      return why === '' ? appraisalWords.expected : appraisalWords.expectedFor(why);
    case 'decided':
    case 'answered':
    case 'final':
      return why;
    case 'objected':
      return appraisalWords.underObjection(why);
  }
}

/** Where an objection stands: who answers and by when, or what was answered. */
export const objectionWords = ({ state, officer, dueOn }: Line['objections'][number]): string =>
  state === 'open' ? appraisalWords.answerComes(officer ?? appraisalWords.arranging, monthDay(dueOn)) : OBJECTION_STATES[state];
