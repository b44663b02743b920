import { z } from 'zod';
import { contract, Day, IdText, keysOf, listOf, Version, Words } from '../kernel/contract.ts';
import * as routes from './rehabilitation.routes.ts';
import {
  EMPLOYMENT_KINDS,
  REHAB_ENDS,
  REHAB_KINDS,
  REHAB_ORIGINS,
  type EmploymentKind,
  type RehabEnd,
  type RehabKind,
  type RehabOrigin,
} from './rehabilitation.terms.ts';

const Kind = keysOf<RehabKind>(REHAB_KINDS).meta({ id: 'RehabKind' });
const Origin = keysOf<RehabOrigin>(REHAB_ORIGINS);
const WorkKind = keysOf<EmploymentKind>(EMPLOYMENT_KINDS);
const MOST_PARTICIPANTS = 200;

const PatientParams = z.strictObject({ patientId: IdText });
const ProgrammeParams = z.strictObject({ programmeId: IdText });
const ParticipantParams = z.strictObject({ participantId: IdText });
const EmploymentParams = z.strictObject({ employmentId: IdText });
const VolunteerParams = z.strictObject({ volunteerId: IdText });
const RehabRef = z.object({ id: IdText });
const Span = { since: Day, until: Day.nullable() };
const OfPatient = { patientId: IdText, patientName: z.string(), villageName: z.string() };
/** Its last day. */
const EndBody = z.strictObject({ version: Version, lastOn: Day });

const ProgrammeRow = z
  .object({
    programmeId: IdText,
    areaName: z.string(),
    kind: Kind,
    what: z.string(),
    place: z.string(),
    ...Span,
    /** Who is in it today. */
    participants: z.int().min(0),
    sessions: z.int().min(0),
  })
  .meta({ id: 'RehabProgrammeRow' });
const Programmes = listOf(ProgrammeRow, {});
const Participant = z
  .object({
    participantId: IdText,
    ...OfPatient,
    origin: Origin,
    ...Span,
    end: keysOf<RehabEnd>(REHAB_ENDS).nullable(),
    /** Sessions that they came to, of those that were held while they took part. */
    attended: z.int().min(0),
    held: z.int().min(0),
    version: Version,
  })
  .meta({ id: 'RehabParticipant' });
const Session = z.object({ sessionId: IdText, on: Day, what: z.string(), present: z.int().min(0), of: z.int().min(0), by: z.string() });
const Programme = ProgrammeRow.omit({ participants: true, sessions: true })
  .extend({ participants: z.array(Participant), sessions: z.array(Session), mayWrite: z.boolean(), version: Version })
  .meta({ id: 'RehabProgramme' });
const OpenProgrammeBody = z.strictObject({
  programmeId: IdText,
  areaId: IdText,
  kind: Kind,
  what: Words(100),
  place: Words(60),
  since: Day,
});
const LogSessionBody = z.strictObject({
  sessionId: IdText,
  on: Day,
  /** What was practised; it names nobody. */
  what: Words(500),
  present: z
    .array(IdText)
    .max(MOST_PARTICIPANTS)
    .refine(ids => new Set(ids).size === ids.length, { message: 'twice' }),
});
/** With `referralId` a referral to the community is taken in by it, and told back about when it ends. */
const JoinProgrammeBody = z.strictObject({
  participantId: IdText,
  programmeId: IdText,
  origin: Origin,
  since: Day,
  referralId: IdText.optional(),
});
const Referred = listOf(z.object({ ...OfPatient, referralId: IdText, sentOn: Day }).meta({ id: 'ReferredToCommunity' }), {});
const LeaveProgrammeBody = EndBody.extend({ end: keysOf<RehabEnd>(REHAB_ENDS) });
const ComingHome = listOf(z.object({ ...OfPatient, admissionId: IdText, dischargedOn: Day }).meta({ id: 'ComingHome' }), {});

const Employment = z
  .object({ employmentId: IdText, ...OfPatient, kind: WorkKind, where: z.string(), ...Span, version: Version })
  .meta({ id: 'Employment' });
const Employments = listOf(Employment, { patientId: IdText.optional() });
const RecordEmploymentBody = z.strictObject({ employmentId: IdText, kind: WorkKind, where: Words(60), since: Day });

/** What somebody takes part in and where they work, newest first. */
const RehabOfPatient = z
  .object({
    programmes: z.array(
      z.object({
        participantId: IdText,
        kind: Kind,
        what: z.string(),
        place: z.string(),
        origin: Origin,
        ...Span,
        end: keysOf<RehabEnd>(REHAB_ENDS).nullable(),
        attended: z.int().min(0),
        held: z.int().min(0),
        /** The last time that they came. */
        cameOn: Day.nullable(),
      }),
    ),
    employment: z.array(z.object({ employmentId: IdText, kind: WorkKind, where: z.string(), ...Span })),
  })
  .meta({ id: 'RehabOfPatient' });

const Volunteer = z
  .object({
    volunteerId: IdText,
    areaName: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    /** What they do for other families. */
    does: z.string(),
    ...Span,
    version: Version,
  })
  .meta({ id: 'FamilyVolunteer' });
const Volunteers = listOf(Volunteer, {});
const AddVolunteerBody = z.strictObject({
  volunteerId: IdText,
  areaId: IdText,
  name: Words(30),
  phone: Words(20).nullable(),
  does: Words(200),
  since: Day,
});

const READ = { door: 'rehab:read', refusals: [] } as const;
const WRITE = { door: 'rehab:write', answer: RehabRef, once: true } as const;

export const listProgrammesContract = contract({
  route: routes.listProgrammes,
  summary: 'Programmes of community rehabilitation of the reader’s areas, newest first',
  ...Programmes,
  ...READ,
});
export const openProgrammeContract = contract({
  route: routes.openProgramme,
  summary: 'Begin a programme in a village or a township',
  body: OpenProgrammeBody,
  refusals: ['REHAB_DAY_WRONG'],
  ...WRITE,
});
export const readProgrammeContract = contract({
  route: routes.readProgramme,
  summary: 'One programme: who takes part, how often they came, what was held',
  params: ProgrammeParams,
  answer: Programme,
  ...READ,
});
export const endProgrammeContract = contract({
  route: routes.endProgramme,
  summary: 'End a programme, and with it the part of everybody in it',
  params: ProgrammeParams,
  body: EndBody,
  refusals: ['REHAB_ENDED', 'REHAB_DAY_WRONG', 'STALE'],
  ...WRITE,
});
export const logSessionContract = contract({
  route: routes.logSession,
  summary: 'What was held of a programme, and who came',
  params: ProgrammeParams,
  body: LogSessionBody,
  refusals: ['REHAB_DAY_WRONG', 'REHAB_NOT_TAKING_PART'],
  ...WRITE,
});
export const joinProgrammeContract = contract({
  route: routes.joinProgramme,
  summary: 'Somebody comes into a programme: from hospital, by a referral, the family or the team',
  params: PatientParams,
  body: JoinProgrammeBody,
  refusals: ['REHAB_DAY_WRONG', 'REHAB_JOINED_ALREADY', 'REHAB_REFERRAL_ORIGIN', 'REFERRAL_MOVE_NOT_ALLOWED', 'STALE'],
  ...WRITE,
});
export const readRehabOfPatientContract = contract({
  route: routes.readRehabOfPatient,
  summary: 'The programmes that somebody takes or took part in, how often they came, and their work',
  params: PatientParams,
  answer: RehabOfPatient,
  ...READ,
});
export const leaveProgrammeContract = contract({
  route: routes.leaveProgramme,
  summary: 'Somebody leaves a programme, and why',
  params: ParticipantParams,
  body: LeaveProgrammeBody,
  refusals: ['REHAB_ENDED', 'REHAB_DAY_WRONG', 'STALE'],
  ...WRITE,
});
export const listComingHomeContract = contract({
  route: routes.listComingHome,
  summary: 'Who came home from hospital lately and is in no programme and no work, latest stay first',
  ...ComingHome,
  ...READ,
});
export const listReferredContract = contract({
  route: routes.listReferred,
  summary: 'Who was referred to the rehabilitation of the community and waits to be taken in, newest first',
  ...Referred,
  ...READ,
});
export const listEmploymentContract = contract({
  route: routes.listEmployment,
  summary: 'Who works where, newest first',
  ...Employments,
  ...READ,
});
export const recordEmploymentContract = contract({
  route: routes.recordEmployment,
  summary: 'Somebody works from a day on',
  params: PatientParams,
  body: RecordEmploymentBody,
  refusals: ['REHAB_DAY_WRONG'],
  ...WRITE,
});
export const endEmploymentContract = contract({
  route: routes.endEmployment,
  summary: 'Somebody works there no more',
  params: EmploymentParams,
  body: EndBody,
  refusals: ['REHAB_ENDED', 'REHAB_DAY_WRONG', 'STALE'],
  ...WRITE,
});
export const listVolunteersContract = contract({
  route: routes.listVolunteers,
  summary: 'Families that help other families, newest first',
  ...Volunteers,
  ...READ,
});
export const addVolunteerContract = contract({
  route: routes.addVolunteer,
  summary: 'Somebody joins the team of families',
  body: AddVolunteerBody,
  refusals: ['REHAB_DAY_WRONG'],
  ...WRITE,
});
export const endVolunteerContract = contract({
  route: routes.endVolunteer,
  summary: 'Somebody leaves the team of families',
  params: VolunteerParams,
  body: EndBody,
  refusals: ['REHAB_ENDED', 'REHAB_DAY_WRONG', 'STALE'],
  ...WRITE,
});

export type ProgrammeParams = z.input<typeof ProgrammeParams>;
export type ParticipantParams = z.input<typeof ParticipantParams>;
export type EmploymentParams = z.input<typeof EmploymentParams>;
export type VolunteerParams = z.input<typeof VolunteerParams>;
export type RehabRef = z.infer<typeof RehabRef>;
export type EndBody = z.input<typeof EndBody>;
export type ProgrammesQuery = z.input<typeof Programmes.query>;
export type ProgrammesPage = z.infer<typeof Programmes.answer>;
export type Programme = z.infer<typeof Programme>;
export type Participant = z.infer<typeof Participant>;
export type OpenProgrammeBody = z.input<typeof OpenProgrammeBody>;
export type LogSessionBody = z.input<typeof LogSessionBody>;
export type JoinProgrammeBody = z.input<typeof JoinProgrammeBody>;
export type LeaveProgrammeBody = z.input<typeof LeaveProgrammeBody>;
export type ComingHomeQuery = z.input<typeof ComingHome.query>;
export type ComingHomePage = z.infer<typeof ComingHome.answer>;
export type ReferredQuery = z.input<typeof Referred.query>;
export type ReferredPage = z.infer<typeof Referred.answer>;
export type PatientParams = z.input<typeof PatientParams>;
export type RehabOfPatient = z.infer<typeof RehabOfPatient>;
export type EmploymentQuery = z.input<typeof Employments.query>;
export type EmploymentPage = z.infer<typeof Employments.answer>;
export type RecordEmploymentBody = z.input<typeof RecordEmploymentBody>;
export type VolunteersQuery = z.input<typeof Volunteers.query>;
export type VolunteersPage = z.infer<typeof Volunteers.answer>;
export type AddVolunteerBody = z.input<typeof AddVolunteerBody>;
