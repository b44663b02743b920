import { OBJECTION_STATES } from '@guanhu/shared/appraisal/appraisal.terms';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { monthDay } from '../../../ui/time.ts';

type Line = AnswerOf<typeof myPassbook>['agreements'][number]['lines'][number];

/** Whether the amount is decided or only what is expected so far, right above it. */
export function lineState(line: Pick<Line, 'state' | 'reasons'>): string {
  const why = line.reasons.join('；');
  switch (line.state) {
    case 'upcoming':
      return '还没开始';
    case 'expected':
    case 'gathering':
    case 'proposed':
      return why === '' ? '预计' : `预计，${why}`;
    case 'decided':
    case 'answered':
    case 'final':
      return why;
    case 'objected':
      return `${why}；您的异议正在核实`;
  }
}

/** Where an objection stands: who answers and by when, or what was answered. */
export const objectionWords = ({ state, officer, dueOn }: Line['objections'][number]): string =>
  state === 'open' ? `${officer ?? '正在安排人'}，${monthDay(dueOn)}前答复您` : OBJECTION_STATES[state];
