import { z } from 'zod';
import { contract, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, Words } from '../kernel/contract.ts';
import { MOVE_STATES, type MoveState } from './move.terms.ts';
import * as routes from './moves.routes.ts';

const State = keysOf<MoveState>(MOVE_STATES);
const ofPatient = z.strictObject({ patientId: IdText });
const ofMove = z.strictObject({ moveId: IdText });
const ProposeMove = z.strictObject({ moveId: IdText, toVillageId: IdText, reason: Words(200) });
const AnswerMove = z.discriminatedUnion('answer', [
  z.strictObject({ version: Version, answer: z.literal('accept') }),
  z.strictObject({ version: Version, answer: z.literal('reject'), reason: Words(200) }),
]);
const WithdrawMove = z.strictObject({ version: Version });
const MoveAnswered = z.object({ moveId: IdText, state: State, version: Version });
const MovesQuery = IdPageQuery.extend({ state: State.optional(), patientId: IdText.optional() });
const Move = z
  .object({
    moveId: IdText,
    patientId: IdText,
    patientName: z.string(),
    fromVillage: z.string(),
    toVillage: z.string(),
    state: State,
    version: Version,
    reason: z.string(),
    /** Why it was sent back. */
    answer: z.string().nullable(),
    proposedBy: z.string(),
    proposedAt: Instant,
    answeredBy: z.string().nullable(),
    answeredAt: Instant.nullable(),
    /** Whether the reader may accept or reject it now. */
    mayAnswer: z.boolean(),
    /** Whether the reader may take it back now. */
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'Move' });

export const proposeMoveContract = contract({
  route: routes.proposeMove,
  summary: 'Propose to hand a patient over to another village’s team',
  door: 'patient:move',
  params: ofPatient,
  body: ProposeMove,
  answer: MoveAnswered,
  refusals: ['MOVE_ALREADY_WAITING', 'MOVE_DESTINATION_NOT_FITTING', 'PATIENT_STATE_NOT_ALLOWED', 'INPUT_INVALID'],
  once: true,
});
export const listMovesContract = contract({
  route: routes.listMoves,
  summary: 'Handovers to or from the reader’s places, newest first',
  door: 'move:decide',
  query: MovesQuery,
  answer: PageOf(Move),
  refusals: [],
});
export const answerMoveContract = contract({
  route: routes.answerMove,
  summary: 'Take a patient over, with area, team and tasks; or send the proposal back with a reason',
  door: 'move:decide',
  params: ofMove,
  body: AnswerMove,
  answer: MoveAnswered,
  refusals: ['MOVE_NOT_WAITING', 'MOVE_OWN_PROPOSAL', 'STALE'],
  once: true,
});
export const withdrawMoveContract = contract({
  route: routes.withdrawMove,
  summary: 'Take back a proposal that was not answered yet',
  door: 'patient:move',
  params: ofMove,
  body: WithdrawMove,
  answer: MoveAnswered,
  refusals: ['MOVE_NOT_WAITING', 'STALE'],
  once: true,
});

export type PatientParams = z.input<typeof ofPatient>;
export type MoveParams = z.input<typeof ofMove>;
export type ProposeMoveBody = z.infer<typeof ProposeMove>;
export type AnswerMoveBody = z.infer<typeof AnswerMove>;
export type WithdrawMoveBody = z.infer<typeof WithdrawMove>;
export type MoveAnswered = z.infer<typeof MoveAnswered>;
export type MovesQuery = z.input<typeof MovesQuery>;
export type Move = z.infer<typeof Move>;
export type MovesAnswer = { rows: Move[]; next: string | null };
