import { route } from '../kernel/route.ts';
import type { Done } from '../access/access.contract.ts';
import type * as C from './roster.contract.ts';

/** Everybody who ever sat on the patient's team, latest first. */
export const readTeamHistory = route<{ params: C.HistoryParams; query: C.HistoryQuery; answer: C.TeamHistory }>()(
  'GET',
  '/patients/:patientId/team/history',
);
/** A seat passes to somebody from a day on, or becomes vacant. */
export const changeSeat = route<{ params: C.SeatParams; body: C.ChangeSeatBody; answer: Done }>()(
  'POST',
  '/patients/:patientId/team/:seat',
);
/** People who hold a post in the reader's townships: whom a seat, a task or a membership can go to. */
export const listColleagues = route<{ query: C.ColleaguesQuery; answer: C.ColleaguesPage }>()('GET', '/colleagues');
/** Those among them whose name is meant by what was typed. */
export const searchColleagues = route<{ body: C.SearchColleaguesBody; answer: C.ColleaguesPage }>()('POST', '/colleagues/search');
/** Patients with the posts that nobody holds. */
export const listVacancies = route<{ query: C.VacanciesQuery; answer: C.VacanciesPage }>()('GET', '/roster/vacancies');
/** Where roster and list do not agree, each with its reason and what can be done. */
export const listMismatches = route<{ query: C.MismatchesQuery; answer: C.MismatchesPage }>()('GET', '/roster/mismatches');
/** One act for everything a line is about. */
export const resolveMismatch = route<{ body: C.ResolveMismatchBody; answer: C.MismatchResolved }>()('POST', '/roster/mismatches/resolve');
