import { z } from 'zod';
import { Done } from '../access/access.contract.ts';
import { contract, Day, IdText, Instant, listOf, Version, Words } from '../kernel/contract.ts';
import * as routes from './crisis-roster.routes.ts';

const ShiftParams = z.strictObject({ shiftId: IdText });
const Span = { from: Instant, until: Instant };
const RosterQuery = z.strictObject({ townshipId: IdText, from: Day, until: Day });
const Shift = z
  .object({
    shiftId: IdText,
    personId: IdText,
    name: z.string(),
    phone: z.string().nullable(),
    posts: z.array(z.string()),
    ...Span,
    /** Who had it first, when it has changed hands. */
    insteadOf: z.string().nullable(),
    over: z.boolean(),
    version: Version,
  })
  .meta({ id: 'DutyShift' });
const Roster = z.object({
  townshipId: IdText,
  townshipName: z.string(),
  /** In the order in which they begin: those that share a moment with the days asked for. */
  shifts: z.array(Shift),
  /** When nobody is on duty, of what is still to come. */
  gaps: z.array(z.object(Span)),
});
const AddShiftBody = z.strictObject({ shiftId: IdText, townshipId: IdText, personId: IdText, ...Span });
const OfVersion = z.strictObject({ version: Version });
const SwapShiftBody = OfVersion.extend({ withShiftId: IdText, withVersion: Version });
const OnDutyPerson = z.object({ personId: IdText, name: z.string(), phone: z.string(), until: Instant }).meta({ id: 'OnDutyPerson' });
const OnDuty = z.object({ persons: z.array(OnDutyPerson) });

const DrillRow = z
  .object({
    drillId: IdText,
    townshipId: IdText,
    townshipName: z.string(),
    on: Day,
    what: z.string(),
    findings: z.string(),
    /** Names of who took part. */
    persons: z.array(z.string()),
    loggedBy: z.string(),
  })
  .meta({ id: 'DrillRow' });
const Drills = listOf(DrillRow, {});
const LogDrillBody = z.strictObject({
  drillId: IdText,
  townshipId: IdText,
  on: Day,
  /** What was practised; a drill is about no patient. */
  what: Words(200),
  personIds: z.array(IdText).min(1).max(100),
  findings: Words(2000),
});

export const readCrisisRosterContract = contract({
  route: routes.readCrisisRoster,
  summary: 'Who is on duty in a township on these days, and when nobody is',
  door: 'crisis-roster:read',
  query: RosterQuery,
  answer: Roster,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'ROSTER_DAYS_WRONG'],
});
export const addShiftContract = contract({
  route: routes.addShift,
  summary: 'Put somebody on duty',
  door: 'crisis-roster:write',
  body: AddShiftBody,
  answer: Done,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'PERSON_LEFT', 'SHIFT_TIME_WRONG', 'SHIFT_TWICE', 'SHIFT_NEEDS_PHONE'],
  once: true,
});
export const removeShiftContract = contract({
  route: routes.removeShift,
  summary: 'Take a shift that is not over off the roster; one that has begun ends now',
  door: 'crisis-roster:write',
  params: ShiftParams,
  body: OfVersion,
  answer: Done,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE', 'SHIFT_OVER'],
  once: true,
});
export const swapShiftContract = contract({
  route: routes.swapShift,
  summary: 'Two persons change shifts of one township',
  door: 'crisis-roster:write',
  params: ShiftParams,
  body: SwapShiftBody,
  answer: Done,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE', 'SHIFT_OVER', 'SHIFT_TWICE'],
  once: true,
});
export const readOnDutyContract = contract({
  route: routes.readOnDuty,
  summary: 'Who is on duty now where the patient lives, for the emergency page',
  door: 'team:read',
  params: z.strictObject({ patientId: IdText }),
  answer: OnDuty,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const listDrillsContract = contract({
  route: routes.listDrills,
  summary: 'Emergency drills of the reader’s townships, newest first',
  door: 'drill:read',
  ...Drills,
  refusals: [],
});
export const logDrillContract = contract({
  route: routes.logDrill,
  summary: 'Log an emergency drill: what was practised, who took part, what was found',
  door: 'drill:write',
  body: LogDrillBody,
  answer: Done,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'DRILL_NOT_HELD'],
  once: true,
});

export type ShiftParams = z.input<typeof ShiftParams>;
export type RosterQuery = z.input<typeof RosterQuery>;
export type CrisisRoster = z.infer<typeof Roster>;
export type DutyShift = z.infer<typeof Shift>;
export type AddShiftBody = z.input<typeof AddShiftBody>;
export type ShiftVersionBody = z.input<typeof OfVersion>;
export type SwapShiftBody = z.input<typeof SwapShiftBody>;
export type OnDutyAnswer = z.infer<typeof OnDuty>;
export type DrillRow = z.infer<typeof DrillRow>;
export type DrillsQuery = z.input<typeof Drills.query>;
export type DrillsPage = z.infer<typeof Drills.answer>;
export type LogDrillBody = z.input<typeof LogDrillBody>;
