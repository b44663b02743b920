import { z } from 'zod';
import { contract, Day, IdPageQuery, IdText, Instant, NamePart, PageOf, Words, keysOf } from '../kernel/contract.ts';
import * as R from './access.routes.ts';
import {
  AREA_KINDS,
  CLASH_KINDS,
  INVITATION_STATES,
  ORGANISATION_KINDS,
  ROLES,
  STEP_UP_PURPOSES,
  TICKET_PURPOSES,
  TICKET_STATES,
  type AreaKind,
  type ClashKind,
  type InvitationState,
  type OrganisationKind,
  type Role,
  type TicketPurpose,
  type TicketState,
} from './access.terms.ts';
import { SPOKEN, type Spoken } from './spoken.terms.ts';

const CountyNumber = z.int().min(1).max(2_147_483_647);
/** As WeChat gives it out: opaque, single use. */
const WechatCode = z.string().min(1).max(256);
/** As typed: spaces, hyphens and lower case are forgiven, see `code.rules.ts`. */
const TypedCode = z.string().min(8).max(24);
const MobilePhone = z
  .string()
  .regex(/^1[3-9]\d{9}$/)
  .meta({ id: 'MobilePhone', description: 'Mainland mobile number, 11 digits' });
const RoleName = keysOf<Role>(ROLES).meta({ id: 'Role' });
const AreaKindName = z.enum(AREA_KINDS as unknown as [AreaKind, ...AreaKind[]]).meta({ id: 'AreaKind' });
const StateOfTicket = keysOf<TicketState>(TICKET_STATES).meta({ id: 'TicketState' });
/** The approved ticket of `POST /desk/step-ups` for this deed and this object. */
const StepUpTicket = IdText;

export const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' });
export type Done = z.infer<typeof Done>;

/* Signing in */

export const PostShown = z
  .object({
    postId: IdText,
    role: RoleName,
    areaId: IdText,
    areaName: z.string(),
    organisationId: IdText.nullable(),
    organisationName: z.string().nullable(),
    from: Day,
    /** Last day in force. */
    until: Day.nullable(),
    /** Name of the person stood in for, when this is a deputy's post. */
    deputyFor: z.string().nullable(),
  })
  .meta({ id: 'PostShown' });
export type PostShown = z.infer<typeof PostShown>;

export const Me = z
  .object({
    countyId: CountyNumber,
    countyName: z.string(),
    personId: IdText,
    name: z.string(),
    /** Posts in force today, a deputy's included. */
    posts: z.array(PostShown),
    isGuardian: z.boolean(),
    /** Whether the person acts today for a guardian without a phone. */
    isHelper: z.boolean(),
    /** Where else the same WeChat account belongs to somebody; absent when nowhere. */
    otherCounties: z.array(z.object({ countyId: CountyNumber, name: z.string() })).optional(),
    /** Fixed sentences that somebody has recorded, to be heard; absent when none. */
    spoken: z.array(keysOf<Spoken>(SPOKEN)).optional(),
    /** Subscribe-message templates to ask for, by purpose of the reminder. */
    templates: z.record(z.string(), z.array(z.string())),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const SignedIn = z.object({ outcome: z.literal('signed-in'), token: z.string(), me: Me }).meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

const SignInBody = z.strictObject({ loginCode: WechatCode, countyId: CountyNumber.optional() });
export type SignInBody = z.input<typeof SignInBody>;
const SignInAnswer = z.discriminatedUnion('outcome', [
  SignedIn,
  z.object({ outcome: z.literal('unbound') }),
  /** The account belongs to people in several counties: sign in again with a new code and one of these. */
  z.object({ outcome: z.literal('choose'), counties: z.array(z.object({ countyId: CountyNumber, name: z.string() })) }),
]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

export const signInByPhoneContract = contract({
  route: R.signInByPhone,
  summary: 'Sign in with the WeChat account that is bound',
  door: 'public',
  body: SignInBody,
  answer: SignInAnswer,
  refusals: ['WECHAT_CODE_INVALID', 'RATE_LIMITED', 'SERVER_BUSY'],
});

const BindBody = z.strictObject({
  loginCode: WechatCode,
  phoneCode: WechatCode,
  invitationCode: TypedCode,
  /** Of the invitation's QR; a typed code is looked for in every county. */
  countyId: CountyNumber.optional(),
});
export type BindBody = z.input<typeof BindBody>;

export const bindAccountContract = contract({
  route: R.bindAccount,
  summary: 'Bind the WeChat account to the invited person',
  door: 'public',
  body: BindBody,
  answer: SignedIn,
  refusals: ['WECHAT_CODE_INVALID', 'BINDING_NOT_POSSIBLE', 'BINDING_CLASH', 'RATE_LIMITED', 'SERVER_BUSY'],
});

export const signOutContract = contract({ route: R.signOut, summary: 'End this session', door: 'signed-in', answer: Done, refusals: [] });
export const readMeContract = contract({ route: R.readMe, summary: 'Who I am here', door: 'signed-in', answer: Me, refusals: [] });
export const readSpokenContract = contract({
  route: R.readSpoken,
  summary: 'The recording of a fixed sentence, where somebody has recorded exactly its words',
  door: 'signed-in',
  params: z.strictObject({ sentence: keysOf<Spoken>(SPOKEN) }),
  refusals: ['CLIP_NOT_RECORDED'],
});

/* Desk tickets */

const TicketParams = z.object({ ticketId: IdText });
export type TicketParams = z.input<typeof TicketParams>;
const CodeParams = z.object({ code: TypedCode });
export type CodeParams = z.input<typeof CodeParams>;

const OpenDeskSignInBody = z.strictObject({
  /** The browser in words ('Chrome · Windows'), for the phone to show. */
  device: Words(60),
});
export type OpenDeskSignInBody = z.input<typeof OpenDeskSignInBody>;
const DeskSignIn = z
  .object({ ticketId: IdText, secret: z.string(), code: z.string(), qrSvg: z.string(), expiresAt: Instant })
  .meta({ id: 'DeskSignIn' });
export type DeskSignIn = z.infer<typeof DeskSignIn>;

export const openDeskSignInContract = contract({
  route: R.openDeskSignIn,
  summary: 'Ask for a ticket to sign in at the desk',
  door: 'public',
  body: OpenDeskSignInBody,
  answer: DeskSignIn,
  refusals: ['RATE_LIMITED'],
});

const CollectBody = z.strictObject({ secret: z.string().min(1).max(100) });
export type CollectBody = z.input<typeof CollectBody>;
const CollectAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['waiting', 'refused', 'expired']) }),
  z.object({ state: z.literal('approved'), token: z.string(), me: Me }),
]);
export type CollectAnswer = z.infer<typeof CollectAnswer>;

export const collectDeskSignInContract = contract({
  route: R.collectDeskSignIn,
  summary: 'Ask whether the phone has answered; the session, once',
  door: 'public',
  params: TicketParams,
  body: CollectBody,
  answer: CollectAnswer,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'TICKET_USED', 'RATE_LIMITED'],
});

const TicketShown = z
  .object({
    code: z.string(),
    purpose: keysOf<TicketPurpose>(TICKET_PURPOSES),
    /** The purpose in words. */
    says: z.string(),
    device: z.string(),
    askedAt: Instant,
    expiresAt: Instant,
    state: StateOfTicket,
  })
  .meta({ id: 'TicketShown' });
export type TicketShown = z.infer<typeof TicketShown>;
const TicketAnswer = z.object({ state: StateOfTicket });
export type TicketAnswer = z.infer<typeof TicketAnswer>;

export const readDeskTicketContract = contract({
  route: R.readDeskTicket,
  summary: 'What the desk asks this phone for',
  door: 'signed-in',
  params: CodeParams,
  answer: TicketShown,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'TICKET_ON_PHONE_ONLY', 'DESK_NOT_OPEN', 'RATE_LIMITED'],
});
const ANSWERING = [
  'NOT_FOUND_OR_NO_ACCESS',
  'TICKET_ON_PHONE_ONLY',
  'DESK_NOT_OPEN',
  'TICKET_USED',
  'TICKET_EXPIRED',
  'RATE_LIMITED',
] as const;
export const approveDeskTicketContract = contract({
  route: R.approveDeskTicket,
  summary: 'Approve on the phone what the desk asks for',
  door: 'signed-in',
  params: CodeParams,
  answer: TicketAnswer,
  refusals: ANSWERING,
});
export const refuseDeskTicketContract = contract({
  route: R.refuseDeskTicket,
  summary: 'Refuse on the phone what the desk asks for',
  door: 'signed-in',
  params: CodeParams,
  answer: TicketAnswer,
  refusals: ANSWERING,
});

const StepUpBody = z.strictObject({
  purpose: z.enum(STEP_UP_PURPOSES),
  objectId: IdText,
  /** The browser in words, for the phone to show. */
  device: Words(60),
});
export type StepUpBody = z.input<typeof StepUpBody>;
const StepUp = z.object({ ticketId: IdText, code: z.string(), qrSvg: z.string(), expiresAt: Instant }).meta({ id: 'StepUp' });
export type StepUp = z.infer<typeof StepUp>;

export const requestStepUpContract = contract({
  route: R.requestStepUp,
  summary: 'Ask the phone again for one deed',
  door: 'signed-in',
  body: StepUpBody,
  answer: StepUp,
  refusals: ['STEP_UP_AT_DESK_ONLY', 'RATE_LIMITED'],
});
export const readStepUpContract = contract({
  route: R.readStepUp,
  summary: 'Whether the phone has answered',
  door: 'signed-in',
  params: TicketParams,
  answer: TicketAnswer,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

/* People */

const PersonParams = z.object({ personId: IdText });
export type PersonParams = z.input<typeof PersonParams>;
const PostParams = z.object({ personId: IdText, postId: IdText });
export type PostParams = z.input<typeof PostParams>;
const DeputyParams = z.object({ personId: IdText, deputyshipId: IdText });
export type DeputyParams = z.input<typeof DeputyParams>;

const PersonRef = z.object({ personId: IdText }).meta({ id: 'PersonRef' });
export type PersonRef = z.infer<typeof PersonRef>;

const PeopleQuery = IdPageQuery.extend({
  role: RoleName.optional(),
  /** Holders of a post in this area or below it. */
  areaId: IdText.optional(),
  /** `without`: accounts of people who hold no post, guardians mostly. */
  posts: z.enum(['with', 'without']).default('with'),
  left: z.enum(['no', 'yes']).default('no'),
});
const SearchPeopleBody = PeopleQuery.extend({ q: NamePart });
export type SearchPeopleBody = z.input<typeof SearchPeopleBody>;
export type PeopleQuery = { [K in keyof z.input<typeof PeopleQuery>]?: string | undefined };

const InvitationShown = z.object({ state: keysOf<InvitationState>(INVITATION_STATES), expiresAt: Instant }).meta({ id: 'InvitationShown' });

const PersonRow = z
  .object({
    personId: IdText,
    name: z.string(),
    phone: MobilePhone.nullable(),
    posts: z.array(PostShown),
    /** Whether a WeChat account is bound. */
    bound: z.boolean(),
    invitation: InvitationShown.nullable(),
    left: z.boolean(),
  })
  .meta({ id: 'PersonRow' });
export type PersonRow = z.infer<typeof PersonRow>;
const PeoplePage = PageOf(PersonRow);
export type PeoplePage = z.infer<typeof PeoplePage>;

export const listPeopleContract = contract({
  route: R.listPeople,
  summary: 'People with an account in the areas I administer',
  door: 'person:manage',
  query: PeopleQuery,
  answer: PeoplePage,
  refusals: [],
});

export const searchPeopleContract = contract({
  route: R.searchPeople,
  summary: 'Those among them whose name or its pinyin has this part',
  door: 'person:manage',
  body: SearchPeopleBody,
  answer: PeoplePage,
  refusals: [],
});

const Person = PersonRow.extend({
  /** Ended posts too, newest first. */
  allPosts: z.array(PostShown),
  deputies: z.array(z.object({ deputyshipId: IdText, deputyId: IdText, name: z.string(), from: Day, until: Day, over: z.boolean() })),
  /** Sessions alive now. */
  sessions: z.array(z.object({ channel: z.enum(['phone', 'desk']), since: Instant, lastSeenAt: Instant })),
  successor: z.object({ personId: IdText, name: z.string() }).nullable(),
}).meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const readPersonContract = contract({
  route: R.readPerson,
  summary: 'One person, posts, deputies and sessions',
  door: 'person:manage',
  params: PersonParams,
  answer: Person,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

const NewPost = z.strictObject({ postId: IdText, role: RoleName, areaId: IdText, organisationId: IdText.nullable(), from: Day });
const CreatePersonBody = z.strictObject({
  personId: IdText,
  name: Words(30),
  phone: MobilePhone,
  posts: z.array(NewPost).max(10),
  stepUpTicket: StepUpTicket,
});
export type CreatePersonBody = z.input<typeof CreatePersonBody>;

const OF_PERSON = ['NOT_FOUND_OR_NO_ACCESS', 'PERSON_LEFT'] as const;
const OF_ROLES = [...OF_PERSON, 'STEP_UP_NEEDED', 'ROLE_OF_ONESELF'] as const;

export const createPersonContract = contract({
  route: R.createPerson,
  summary: 'Enter a person with their posts; step-up on the new person',
  door: 'person:manage',
  body: CreatePersonBody,
  answer: PersonRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STEP_UP_NEEDED', 'POST_NOT_FITTING', 'POST_ALREADY_HELD'],
  once: true,
});

export const IssuedInvitation = z
  .object({
    /** Shown once; give it in person, together with nothing else. */
    code: z.string(),
    qrSvg: z.string(),
    expiresAt: Instant,
  })
  .meta({ id: 'IssuedInvitation' });
export type IssuedInvitation = z.infer<typeof IssuedInvitation>;

/** Never kept for a repeated request: a code lost on the way is replaced by issuing another. */
export const issueInvitationContract = contract({
  route: R.issueInvitation,
  summary: 'Invite a person to bind their WeChat account',
  door: 'person:manage',
  params: PersonParams,
  answer: IssuedInvitation,
  refusals: [...OF_PERSON, 'PHONE_MISSING'],
});

const GivePostBody = NewPost.extend({ stepUpTicket: StepUpTicket });
export type GivePostBody = z.input<typeof GivePostBody>;
export const givePostContract = contract({
  route: R.givePost,
  summary: 'Give a post; step-up on the person',
  door: 'person:manage',
  params: PersonParams,
  body: GivePostBody,
  answer: PersonRef,
  refusals: [...OF_ROLES, 'POST_NOT_FITTING', 'POST_ALREADY_HELD'],
  once: true,
});

const EndPostBody = z.strictObject({ lastDay: Day, stepUpTicket: StepUpTicket });
export type EndPostBody = z.input<typeof EndPostBody>;
export const endPostContract = contract({
  route: R.endPost,
  summary: 'End a post; yesterday as the last day ends it at once; step-up on the person',
  door: 'person:manage',
  params: PostParams,
  body: EndPostBody,
  answer: PersonRef,
  refusals: [...OF_ROLES, 'LAST_DAY_TOO_EARLY', 'LAST_ADMINISTRATOR'],
  once: true,
});

const ChangePhoneBody = z.strictObject({ phone: MobilePhone, stepUpTicket: StepUpTicket });
export type ChangePhoneBody = z.input<typeof ChangePhoneBody>;
export const changePhoneContract = contract({
  route: R.changePhone,
  summary: 'Change the phone number: binding and sessions end, a new invitation begins; step-up on the person',
  door: 'person:manage',
  params: PersonParams,
  body: ChangePhoneBody,
  answer: IssuedInvitation,
  refusals: [...OF_PERSON, 'STEP_UP_NEEDED'],
});

export const revokeSessionsContract = contract({
  route: R.revokeSessions,
  summary: 'End every session of a person',
  door: 'person:manage',
  params: PersonParams,
  answer: PersonRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const NameDeputyBody = z.strictObject({ deputyshipId: IdText, deputyId: IdText, from: Day, until: Day, stepUpTicket: StepUpTicket });
export type NameDeputyBody = z.input<typeof NameDeputyBody>;
export const nameDeputyContract = contract({
  route: R.nameDeputy,
  summary: 'Let somebody stand in for all posts of a person, from day to day; step-up on the person',
  door: 'person:manage',
  params: PersonParams,
  body: NameDeputyBody,
  answer: PersonRef,
  refusals: [...OF_ROLES, 'DEPUTY_NOT_FITTING'],
  once: true,
});
const StepUpOnlyBody = z.strictObject({ stepUpTicket: StepUpTicket });
export type StepUpOnlyBody = z.input<typeof StepUpOnlyBody>;
export const endDeputyContract = contract({
  route: R.endDeputy,
  summary: 'End a deputyship at once; step-up on the person',
  door: 'person:manage',
  params: DeputyParams,
  body: StepUpOnlyBody,
  answer: PersonRef,
  refusals: OF_ROLES,
  once: true,
});

const LeavingBody = z.strictObject({ successorId: IdText.nullable(), stepUpTicket: StepUpTicket });
export type LeavingBody = z.input<typeof LeavingBody>;
export const recordLeavingContract = contract({
  route: R.recordLeaving,
  summary: 'A person leaves: posts, sessions and binding end at once; step-up on the person',
  door: 'person:manage',
  params: PersonParams,
  body: LeavingBody,
  answer: PersonRef,
  refusals: [...OF_ROLES, 'LAST_ADMINISTRATOR', 'POST_NOT_FITTING'],
  once: true,
});

/* Clashes of binding */

const ClashParams = z.object({ clashId: IdText });
export type ClashParams = z.input<typeof ClashParams>;
const Clash = z
  .object({
    clashId: IdText,
    kind: keysOf<ClashKind>(CLASH_KINDS),
    at: Instant,
    /** Whom the account could be bound to. */
    candidates: z.array(z.object({ personId: IdText, name: z.string() })),
    /** Who holds the account now, when somebody else does. */
    holder: z.object({ personId: IdText, name: z.string() }).nullable(),
  })
  .meta({ id: 'Clash' });
const ClashList = z.object({ rows: z.array(Clash) });
export type ClashList = z.infer<typeof ClashList>;
export const listBindingClashesContract = contract({
  route: R.listBindingClashes,
  summary: 'Bindings that wait for a person',
  door: 'person:manage',
  answer: ClashList,
  refusals: [],
});
const ResolveClashBody = z.strictObject({
  /** The candidate to bind; null leaves everything as it is. */
  bindTo: IdText.nullable(),
  stepUpTicket: StepUpTicket,
});
export type ResolveClashBody = z.input<typeof ResolveClashBody>;
export const resolveBindingClashContract = contract({
  route: R.resolveBindingClash,
  summary: 'Decide a clash after asking the people; step-up on the clash',
  door: 'person:manage',
  params: ClashParams,
  body: ResolveClashBody,
  answer: Done,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STEP_UP_NEEDED', 'CLASH_ALREADY_RESOLVED', 'ROLE_OF_ONESELF', 'PERSON_LEFT'],
  once: true,
});

/* Places */

const Area = z
  .object({
    areaId: IdText,
    kind: AreaKindName,
    parentId: IdText.nullable(),
    name: z.string(),
    code: z.string(),
    /** Other names that a person confirmed to mean this area. */
    aliases: z.array(z.string()),
  })
  .meta({ id: 'Area' });
const AreaList = z.object({ rows: z.array(Area) });
export type AreaList = z.infer<typeof AreaList>;
export const listAreasContract = contract({
  route: R.listAreas,
  summary: 'Areas of the county in force today, by level and name',
  door: 'signed-in',
  answer: AreaList,
  refusals: [],
});
const Organisation = z
  .object({ organisationId: IdText, kind: keysOf<OrganisationKind>(ORGANISATION_KINDS), name: z.string(), areaId: IdText })
  .meta({ id: 'Organisation' });
const OrganisationList = z.object({ rows: z.array(Organisation) });
export type OrganisationList = z.infer<typeof OrganisationList>;
export const listOrganisationsContract = contract({
  route: R.listOrganisations,
  summary: 'Organisations of the county',
  door: 'signed-in',
  answer: OrganisationList,
  refusals: [],
});
