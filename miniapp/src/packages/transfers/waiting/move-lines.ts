import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Move } from '@guanhu/shared/registry/moves.contract';
import { momentInWords } from '../../../ui/time.ts';
import { transfersWords } from '../../../words/transfers.ts';

type Told = Pick<
  Move,
  'fromVillage' | 'toVillage' | 'reason' | 'proposedBy' | 'proposedAt' | 'answer' | 'answeredBy' | 'answeredAt' | 'state'
>;

/** From where to where, why and since when; who answered, why it was sent back, and that one which came to nothing changed nothing. */
export const moveLines = (move: Told, today: CalendarDate): readonly string[] => [
  transfersWords.fromTo(move.fromVillage, move.toVillage),
  transfersWords.why(move.reason),
  transfersWords.proposedBy(move.proposedBy, momentInWords(move.proposedAt, today)),
  ...(move.answeredBy === null || move.answeredAt === null || move.state === 'withdrawn'
    ? []
    : [transfersWords.answeredBy(move.answeredBy, momentInWords(move.answeredAt, today))]),
  ...(move.answer === null ? [] : [transfersWords.answer(move.answer)]),
  ...(move.state === 'rejected' || move.state === 'withdrawn' ? [transfersWords.staysWithVillage] : []),
];
