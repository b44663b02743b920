import { z } from 'zod';
import { ORGANISATION_KINDS, type OrganisationKind } from '../access/access.terms.ts';
import { contract, Day, IdText, Instant, keysOf, listOf, Words } from '../kernel/contract.ts';
import { FileContent } from '../registry/attachments.contract.ts';
import * as routes from './activity.routes.ts';
import { ACTIVITY_KINDS, LOGGED_KINDS, type ActivityKind, type LoggedKind } from './activity.terms.ts';

const Kind = keysOf<ActivityKind>(ACTIVITY_KINDS).meta({ id: 'ActivityKind' });
const Organiser = keysOf<OrganisationKind>(ORGANISATION_KINDS);
const ActivityParams = z.strictObject({ activityId: IdText });
const ActivityPhotoParams = ActivityParams.extend({ photoId: IdText });

const ActivityRow = z
  .object({
    activityId: IdText,
    kind: Kind,
    areaName: z.string(),
    on: Day,
    what: z.string(),
    attendees: z.int().min(0),
    /** Those that were not taken out. */
    photos: z.int().min(0),
  })
  .meta({ id: 'ActivityRow' });
const Activities = listOf(ActivityRow, { kind: Kind.optional(), townshipId: IdText.optional() });
const ActivityPhoto = z.object({ photoId: IdText, at: Instant, removed: z.boolean() }).meta({ id: 'ActivityPhoto' });
const Activity = ActivityRow.omit({ photos: true })
  .extend({
    findings: z.string(),
    organiser: Organiser.nullable(),
    loggedBy: z.string(),
    photos: z.array(ActivityPhoto),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'Activity' });
const LogActivityBody = z.strictObject({
  activityId: IdText,
  areaId: IdText,
  kind: keysOf<LoggedKind>(LOGGED_KINDS),
  on: Day,
  /** What it was; an activity is about no patient. */
  what: Words(200),
  findings: Words(2000),
  attendees: z.int().min(0).max(1_000_000),
  organiser: Organiser.nullable(),
});
const ActivityRef = z.object({ activityId: IdText });
/** `nobodyOfCare`: whoever sends it has looked: no patient and nobody of a family can be known on it. */
const ActivityPhotoBody = z.strictObject({ photoId: IdText, content: FileContent, nobodyOfCare: z.literal(true) });
const RemoveActivityPhotoBody = z.strictObject({ reason: Words(200) });
const FILE_REFUSALS = ['FILE_TYPE_NOT_KEPT', 'FILE_BROKEN', 'FILE_ACTIVE', 'FILE_TOO_LARGE'] as const;

export const listActivitiesContract = contract({
  route: routes.listActivities,
  summary: 'Activities of the reader’s areas, and drills for whoever may read them, newest first',
  door: 'outreach:read',
  ...Activities,
  refusals: [],
});
export const logActivityContract = contract({
  route: routes.logActivity,
  summary: 'Write down publicity, a lecture, training, guidance or what families did together',
  door: 'outreach:write',
  body: LogActivityBody,
  answer: ActivityRef,
  refusals: ['ACTIVITY_DAY_WRONG'],
  once: true,
});
export const readActivityContract = contract({
  route: routes.readActivity,
  summary: 'One activity or drill with its photographs',
  door: 'outreach:read',
  params: ActivityParams,
  answer: Activity,
  refusals: [],
});
export const addActivityPhotoContract = contract({
  route: routes.addActivityPhoto,
  summary: 'Put a photograph without patients to an activity: what tells where it was taken is removed',
  door: 'outreach:write',
  params: ActivityParams,
  body: ActivityPhotoBody,
  answer: ActivityPhoto,
  refusals: ['ACTIVITY_PHOTOS_FULL', 'ACTIVITY_PHOTO_NOT_PICTURE', ...FILE_REFUSALS],
  once: true,
});
export const readActivityPhotoContract = contract({
  route: routes.readActivityPhoto,
  summary: 'The bytes of a photograph',
  door: 'outreach:read',
  params: ActivityPhotoParams,
  refusals: ['FILE_REMOVED'],
});
export const removeActivityPhotoContract = contract({
  route: routes.removeActivityPhoto,
  summary: 'Take a photograph out, as when somebody can be known on it: the bytes are erased, that there was one stays',
  door: 'outreach:write',
  params: ActivityPhotoParams,
  body: RemoveActivityPhotoBody,
  answer: ActivityPhoto,
  refusals: ['FILE_REMOVED'],
  once: true,
});

export type ActivityParams = z.input<typeof ActivityParams>;
export type ActivityPhotoParams = z.input<typeof ActivityPhotoParams>;
export type ActivitiesQuery = z.input<typeof Activities.query>;
export type ActivitiesPage = z.infer<typeof Activities.answer>;
export type Activity = z.infer<typeof Activity>;
export type ActivityPhoto = z.infer<typeof ActivityPhoto>;
export type ActivityRef = z.infer<typeof ActivityRef>;
export type LogActivityBody = z.input<typeof LogActivityBody>;
export type ActivityPhotoBody = z.input<typeof ActivityPhotoBody>;
export type RemoveActivityPhotoBody = z.input<typeof RemoveActivityPhotoBody>;
