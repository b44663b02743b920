import { route } from '../kernel/route.ts';
import type * as C from './moves.contract.ts';

export const proposeMove = route<{ params: C.PatientParams; body: C.ProposeMoveBody; answer: C.MoveAnswered }>()(
  'POST',
  '/patients/:patientId/moves',
);
/** Handovers to or from the reader's places. */
export const listMoves = route<{ query: C.MovesQuery; answer: C.MovesAnswer }>()('GET', '/moves');
/** The new side takes the patient over, or sends the proposal back with a reason. */
export const answerMove = route<{ params: C.MoveParams; body: C.AnswerMoveBody; answer: C.MoveAnswered }>()(
  'POST',
  '/moves/:moveId/answer',
);
export const withdrawMove = route<{ params: C.MoveParams; body: C.WithdrawMoveBody; answer: C.MoveAnswered }>()(
  'POST',
  '/moves/:moveId/withdraw',
);
