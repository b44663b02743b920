import type { TransferOut } from '@guanhu/shared/transfers/transfers.contract';
import { transfersWords } from '../../../words/transfers.ts';

type Told = Pick<TransferOut, 'toPlace' | 'reason' | 'proposedBy' | 'answer' | 'state'>;

/** Where to, why and since when; why it was sent back, or that a handover which was taken back changed nothing. */
export const outgoingLines = ({ toPlace, reason, proposedBy, answer, state }: Told, proposed: string): readonly string[] => [
  transfersWords.toPlace(toPlace),
  transfersWords.why(reason),
  transfersWords.proposedBy(proposedBy, proposed),
  ...(answer === null ? [] : [transfersWords.answer(answer)]),
  ...(state === 'rejected' || state === 'withdrawn' ? [transfersWords.staysHere] : []),
];
