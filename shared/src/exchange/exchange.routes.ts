import { route } from '../kernel/route.ts';
import type * as C from './exchange.contract.ts';

export const listRounds = route<{ query: C.RoundsQuery; answer: C.RoundsPage }>()('GET', '/exchange/rounds');
export const readRound = route<{ params: C.OfRound; answer: C.RoundAnswer }>()('GET', '/exchange/rounds/:roundId');
export const handInList = route<{ params: C.OfRound; body: C.HandInBody; answer: C.RoundAnswer }>()(
  'POST',
  '/exchange/rounds/:roundId/lists',
);
export const listRows = route<{ params: C.OfRound; query: C.RowsQuery; answer: C.RowsPage }>()('GET', '/exchange/rounds/:roundId/rows');
export const matchRow = route<{ params: C.OfRow; body: C.MatchBody; answer: C.MatchedAnswer }>()(
  'POST',
  '/exchange/rounds/:roundId/rows/:rowId/match',
);
export const listDifferences = route<{ params: C.OfRound; query: C.DifferencesQuery; answer: C.DifferencesPage }>()(
  'GET',
  '/exchange/rounds/:roundId/differences',
);
export const answerDifference = route<{ params: C.OfDifference; body: C.AnswerBody; answer: C.AnsweredAnswer }>()(
  'POST',
  '/exchange/rounds/:roundId/differences/:differenceId/answer',
);
export const signRound = route<{ params: C.OfRound; body: C.SignBody; answer: C.RoundAnswer }>()('POST', '/exchange/rounds/:roundId/sign');
/** What changed since the package before; nothing before the round is signed. */
export const listChanges = route<{ params: C.OfRound; query: C.RoundsQuery; answer: C.ChangesPage }>()(
  'GET',
  '/exchange/rounds/:roundId/changes',
);
export const listEntries = route<{ query: C.EntriesQuery; answer: C.EntriesPage }>()('GET', '/exchange/entries');
export const recordEntry = route<{ body: C.RecordEntryBody; answer: C.EntryRecordedAnswer }>()('POST', '/exchange/entries');
