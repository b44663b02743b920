import { route } from '../kernel/route.ts';
import type { DepartmentSheets, DepartmentSheetsQuery, DepartmentTotals, DepartmentTotalsQuery } from './department-sheet.contract.ts';
import type * as C from './duties.contract.ts';

/** Who owes what in a township, and whether it was done in the running part of the year. */
export const readDuties = route<{ query: C.DutiesQuery; answer: C.DutyMatrix }>()('GET', '/duties');
export const recordEvidence = route<{ body: C.EvidenceBody; answer: C.EvidenceRef }>()('POST', '/duties/evidence');
/** 部门考核表: how the offices of a township did their part in a quarter. */
export const readDepartmentSheets = route<{ query: DepartmentSheetsQuery; answer: DepartmentSheets }>()('GET', '/duties/departments');
/** The same of every township at once, points only. */
export const listDepartmentTotals = route<{ query: DepartmentTotalsQuery; answer: DepartmentTotals }>()(
  'GET',
  '/duties/departments/totals',
);
/** Supervision letters: somebody is asked in writing to answer until a day. */
export const listLetters = route<{ query: C.LettersQuery; answer: C.LettersPage }>()('GET', '/supervision-letters');
export const sendLetter = route<{ body: C.SendLetterBody; answer: C.LetterRef }>()('POST', '/supervision-letters');
export const answerLetter = route<{ params: C.LetterParams; body: C.AnswerLetterBody; answer: C.LetterRef }>()(
  'POST',
  '/supervision-letters/:letterId/answer',
);
/** Somebody else is to answer it. */
export const giveLetter = route<{ params: C.LetterParams; body: C.GiveLetterBody; answer: C.LetterRef }>()(
  'POST',
  '/supervision-letters/:letterId/give',
);
export const closeLetter = route<{ params: C.LetterParams; body: C.LetterVersionBody; answer: C.LetterRef }>()(
  'POST',
  '/supervision-letters/:letterId/close',
);
