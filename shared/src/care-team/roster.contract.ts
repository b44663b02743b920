import { z } from 'zod';
import { Done } from '../access/access.contract.ts';
import { contract, Day, IdPageQuery, IdText, keysOf, NamePart, PageOf, PageQuery, Words } from '../kernel/contract.ts';
import * as routes from './roster.routes.ts';
import { MISMATCH_ACTS, MISMATCH_KIND_KEYS, type MismatchAct } from './roster.terms.ts';
import { SEAT_ROLES, SEATS, type StaffSeat } from './seats.terms.ts';

const HistoryParams = z.strictObject({ patientId: IdText });
const StaffSeatName = keysOf<StaffSeat>(SEAT_ROLES).meta({ id: 'StaffSeat' });
const SeatParams = HistoryParams.extend({ seat: StaffSeatName });

const SittingShown = z
  .object({
    seat: z.enum(SEATS),
    personId: IdText,
    name: z.string(),
    since: Day,
    /** Last day; null: until further notice. */
    until: Day.nullable(),
    timing: z.enum(['now', 'over', 'ahead']),
  })
  .meta({ id: 'Sitting' });

const ChangeSeatBody = z.strictObject({
  /** Null: the seat becomes vacant. */
  personId: IdText.nullable(),
  /** First day of the change. */
  from: Day,
  /** Whether those who sit there stay: two share the seat. */
  beside: z.boolean().default(false),
});

const ColleaguesQuery = IdPageQuery.extend({
  /** Only holders of the post that this seat asks for. */
  seat: StaffSeatName.optional(),
  /** Only those of this township; whoever works for the whole county finds nobody without it. */
  townshipId: IdText.optional(),
});
const SearchColleaguesBody = ColleaguesQuery.extend({ q: NamePart });
const Colleague = z
  .object({ personId: IdText, name: z.string(), phone: z.string().nullable(), posts: z.array(z.string()) })
  .meta({ id: 'Colleague' });

const VacanciesQuery = IdPageQuery.extend({ villageId: IdText.optional(), seat: z.enum(SEATS).optional() });
const Vacancy = z
  .object({ patientId: IdText, name: z.string(), villageId: IdText, villageName: z.string(), vacant: z.array(z.enum(SEATS)) })
  .meta({ id: 'Vacancy' });

const MismatchesQuery = PageQuery.extend({
  kind: z.enum(MISMATCH_KIND_KEYS).optional(),
  /** `yes`: what somebody decided to keep, with the reason. */
  kept: z.enum(['no', 'yes']).default('no'),
});
const ActName = keysOf<MismatchAct>(MISMATCH_ACTS).meta({ id: 'MismatchAct' });
const PersonNamed = z.object({ personId: IdText, name: z.string(), phone: z.string().nullable(), posts: z.array(z.string()) });
const MismatchShown = z
  .object({
    key: z.string(),
    kind: z.enum(MISMATCH_KIND_KEYS),
    villageName: z.string().nullable(),
    seat: StaffSeatName.nullable(),
    /** The holder; both persons of two spellings; nobody for a vacancy. */
    persons: z.array(PersonNamed),
    /** Patients it is about. */
    patients: z.int().min(0),
    acts: z.array(ActName),
    kept: z.object({ reason: z.string(), by: z.string(), on: Day }).nullable(),
  })
  .meta({ id: 'RosterMismatch' });
const ResolveMismatchBody = z.strictObject({
  key: z.string().min(1).max(200),
  act: ActName,
  /** Of `assign`. */
  personId: IdText.optional(),
  /** Of `keep`. */
  reason: Words(200).optional(),
});
const MismatchResolved = z.object({ patients: z.int().min(0) });

export const readTeamHistoryContract = contract({
  route: routes.readTeamHistory,
  summary: 'Who sat on the patient’s team, from when to when',
  door: 'patient:read',
  params: HistoryParams,
  query: PageQuery,
  answer: PageOf(SittingShown),
  refusals: [],
});
export const changeSeatContract = contract({
  route: routes.changeSeat,
  summary: 'A seat passes to somebody from a day on, who gets the field post with it; or it becomes vacant',
  door: 'team:change',
  params: SeatParams,
  body: ChangeSeatBody,
  answer: Done,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'PERSON_LEFT', 'ROLE_OF_ONESELF', 'SEAT_ALREADY_HELD', 'TEAM_DAY_OUT_OF_RANGE', 'POST_NOT_FITTING'],
  once: true,
});
export const listColleaguesContract = contract({
  route: routes.listColleagues,
  summary: 'People who hold a post in the townships where the reader does; of a county post, in the township that is named',
  door: 'signed-in',
  query: ColleaguesQuery,
  answer: PageOf(Colleague),
  refusals: [],
});
export const searchColleaguesContract = contract({
  route: routes.searchColleagues,
  summary: 'Those among them whose name or its pinyin has this part',
  door: 'signed-in',
  body: SearchColleaguesBody,
  answer: PageOf(Colleague),
  refusals: [],
});
export const listVacanciesContract = contract({
  route: routes.listVacancies,
  summary: 'Patients with the posts of their team that nobody holds',
  door: 'team:oversee',
  query: VacanciesQuery,
  answer: PageOf(Vacancy),
  refusals: [],
});
export const listMismatchesContract = contract({
  route: routes.listMismatches,
  summary: 'Where the roster and the list do not agree',
  door: 'team:oversee',
  query: MismatchesQuery,
  answer: PageOf(MismatchShown),
  refusals: [],
});
export const resolveMismatchContract = contract({
  route: routes.resolveMismatch,
  summary: 'Assign, give the post, end, or keep with a reason, for all patients of the line',
  door: 'team:change',
  body: ResolveMismatchBody,
  answer: MismatchResolved,
  refusals: [
    'NOT_FOUND_OR_NO_ACCESS',
    'ROLE_OF_ONESELF',
    'MISMATCH_GONE',
    'MISMATCH_ACT_NOT_FITTING',
    'REASON_NEEDED',
    'PERSON_LEFT',
    'POST_NOT_FITTING',
    'HANDOVER_NEEDS_ADMINISTRATOR',
  ],
  once: true,
});

export type HistoryParams = z.input<typeof HistoryParams>;
export type HistoryQuery = z.input<typeof PageQuery>;
export type TeamHistory = { rows: z.infer<typeof SittingShown>[]; next: string | null };
export type SeatParams = z.input<typeof SeatParams>;
export type ChangeSeatBody = z.input<typeof ChangeSeatBody>;
export type ColleaguesQuery = z.input<typeof ColleaguesQuery>;
export type SearchColleaguesBody = z.input<typeof SearchColleaguesBody>;
export type Colleague = z.infer<typeof Colleague>;
export type ColleaguesPage = { rows: Colleague[]; next: string | null };
export type VacanciesQuery = z.input<typeof VacanciesQuery>;
export type VacanciesPage = { rows: z.infer<typeof Vacancy>[]; next: string | null };
export type MismatchesQuery = z.input<typeof MismatchesQuery>;
export type MismatchShown = z.infer<typeof MismatchShown>;
export type MismatchesPage = { rows: MismatchShown[]; next: string | null };
export type ResolveMismatchBody = z.input<typeof ResolveMismatchBody>;
export type MismatchResolved = z.infer<typeof MismatchResolved>;
