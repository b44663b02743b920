import { standsFor, type Actor, type Role } from './access.terms.ts';
import { FIELD_ROLES } from './post.rules.ts';

/** What permission is asked about: one patient, and who stands around that patient today. */
export type PatientTies = {
  readonly countyId: number;
  /** The patient's areas from the county down to the village. */
  readonly areaPath: readonly string[];
  /** Persons who hold a seat on the patient's team, the guardian's seat excepted. */
  readonly team: readonly string[];
  /** Persons who are guardians of the patient today. */
  readonly guardians: readonly string[];
  /** Persons who may act today for a guardian without a phone: they confirm and report, and never sign or take money. */
  readonly helpers: readonly string[];
  /** The person whose account is the patient's own; absent when it does not matter or there is none. */
  readonly self?: readonly string[];
};

/** A thing that belongs to an area and no patient: a batch, an import, a person's account. */
export type AreaTies = { readonly countyId: number; readonly areaPath: readonly string[] };
export type Ties = AreaTies | PatientTies;

/** Who may: holders of these roles in an area that contains the thing, the patient's team, guardians, those who act for them, the patient. */
type Who = {
  readonly roles?: readonly Role[];
  readonly team?: true;
  readonly guardians?: true;
  readonly helpers?: true;
  readonly self?: true;
  /** Nobody who is a guardian of the patient or acts for one, whatever post or seat they hold besides. */
  readonly neverGuardians?: true;
};

/** Township offices that answer for every patient of their township. */
const CARE_OFFICE = ['socialAffairsOfficer', 'mentalHealthDoctor'] as const;
/** Whoever decides on an application for the reward, or is heard on it. */
const APPLICATION_OFFICES = [
  'administrator',
  'socialAffairsOfficer',
  'townshipLead',
  'villageLead',
  'mentalHealthDoctor',
  'communityPolice',
  'civilAffairsCadre',
  'rehabCoordinator',
] as const;
/** The units of a township that meet, by the posts that speak for them. */
const MEETING_UNITS = [
  'administrator',
  'socialAffairsOfficer',
  'townshipLead',
  'financeOfficer',
  'politicalLegalMember',
  'mentalHealthDoctor',
  'communityPolice',
  'securityOfficer',
  'rehabCoordinator',
  'civilAffairsCadre',
  'villageLead',
] as const;
/** Whoever holds community rehabilitation. */
const REHAB_KEEPERS = ['rehabCoordinator', 'civilAffairsCadre', 'villageLead', 'mentalHealthDoctor', 'socialAffairsOfficer'] as const;
/** Whoever hears of a conflict, and sees to it. */
const LEGAL_KEEPERS = [
  'socialAffairsOfficer',
  'villageLead',
  'communityPolice',
  'securityOfficer',
  'civilAffairsCadre',
  'mentalHealthDoctor',
  'gridWorker',
] as const;
/** Whoever helps a family to what it could have. */
const RELIEF_HELPERS = ['socialAffairsOfficer', 'civilAffairsCadre', 'rehabCoordinator', 'villageLead'] as const;
const RELIEF_OFFICES = [...RELIEF_HELPERS, 'mentalHealthDoctor', 'townshipLead'] as const;
const MONEY_OFFICE = ['socialAffairsOfficer', 'townshipLead', 'financeOfficer'] as const;

/** The posts of the departments that hand in a list every month. */
const EXCHANGING = ['communityPolice', 'mentalHealthDoctor', 'civilAffairsCadre', 'rehabCoordinator'] as const;

/**
 * Who may do what, asked about a patient or an area, never about a route. That maker, checker and payer are three *different*
 * persons, that two appraise, that nobody decides as a party: rules of the rooms, on top of this table.
 */
const MAY = {
  'person:manage': { roles: ['administrator'] },
  'policy:write': { roles: ['administrator'] },
  'policy:read': { roles: ['administrator', 'mentalHealthDoctor', ...MONEY_OFFICE] },
  'import:write': { roles: ['socialAffairsOfficer'] },
  'patient:read': { roles: CARE_OFFICE, team: true },
  // The whole record and its history, beyond what a visit needs.
  'record:read': { roles: CARE_OFFICE },
  'patient:write': { roles: CARE_OFFICE },
  'patient:merge': { roles: ['administrator', ...CARE_OFFICE] },
  // Where a file is kept when a township meets somebody who has one elsewhere.
  'patient:locate': { roles: ['administrator'] },
  'guardian:invite': { roles: ['socialAffairsOfficer'] },
  'guardian:appoint': { roles: ['socialAffairsOfficer'] },
  'consent:record': { roles: CARE_OFFICE },
  'patient:change-state': { roles: CARE_OFFICE },
  // That a suspicion is confirmed, or is not, is a finding, and the doctor's.
  'suspicion:settle': { roles: ['mentalHealthDoctor'] },
  'patient:move': { roles: CARE_OFFICE },
  // Asked about the place that a patient comes to.
  'move:decide': { roles: [...CARE_OFFICE, 'villageLead'] },
  'team:read': { roles: CARE_OFFICE, team: true, guardians: true, helpers: true, self: true },
  'team:change': { roles: ['socialAffairsOfficer'] },
  'team:oversee': { roles: [...CARE_OFFICE, 'townshipLead'] },
  'group:read': { roles: ['socialAffairsOfficer', 'townshipLead', 'politicalLegalMember', ...FIELD_ROLES] },
  'group:write': { roles: ['socialAffairsOfficer'] },
  'crisis-roster:read': { roles: ['administrator', ...CARE_OFFICE, 'townshipLead'] },
  'crisis-roster:write': { roles: ['socialAffairsOfficer'] },
  'drill:read': { roles: ['administrator', ...CARE_OFFICE, 'townshipLead'] },
  'drill:write': { roles: ['socialAffairsOfficer', 'townshipLead'] },
  'handover:do': { roles: ['socialAffairsOfficer', 'villageLead'] },
  'case-team:read': { roles: CARE_OFFICE, team: true },
  'case-team:write': { roles: ['mentalHealthDoctor'] },
  'case-team:close': { roles: CARE_OFFICE },
  'medication:read': { roles: CARE_OFFICE, team: true, guardians: true, helpers: true, self: true },
  // Drug names are for those who treat and look after the patient. The family has them on the boxes.
  'regimen:read': { roles: CARE_OFFICE, team: true },
  'regimen:write': { roles: ['mentalHealthDoctor'] },
  // Whoever brings medicine or gives an injection; the doctor's seat may be a village doctor's.
  'supply:record': { roles: ['mentalHealthDoctor'], team: true },
  // What the family fetched itself: its word.
  'supply:collect': { guardians: true, helpers: true },
  'medication:confirm': { guardians: true, helpers: true },
  'visit:read': { roles: CARE_OFFICE, team: true },
  'visit:read-next': { roles: CARE_OFFICE, team: true, guardians: true, helpers: true, self: true },
  'patient:invite': { roles: ['socialAffairsOfficer'] },
  'attachment:read': { roles: CARE_OFFICE, team: true },
  'attachment:write': { roles: CARE_OFFICE, team: true },
  'attachment:remove': { roles: CARE_OFFICE },
  // Opening a file in an emergency is asked of a person's having a post at all, see `OpenInEmergency`.
  'break-glass:read': { roles: ['administrator', 'socialAffairsOfficer'] },
  'break-glass:see': { roles: ['socialAffairsOfficer'] },
  'break-glass:review': { roles: ['administrator'] },
  'visit:write': { team: true },
  'special-period:read': { roles: ['administrator', ...CARE_OFFICE, 'townshipLead', 'villageLead', 'communityPolice'] },
  'special-period:propose': { roles: ['administrator', 'socialAffairsOfficer'] },
  'special-period:decide': { roles: ['administrator', 'socialAffairsOfficer', 'townshipLead'] },
  'special-period:end': { roles: ['administrator', 'socialAffairsOfficer', 'townshipLead'] },
  // How many were found is for whoever answers for a village; who they are, for those who look after them.
  'roll-call:count': { roles: [...CARE_OFFICE, 'townshipLead', 'villageLead', 'communityPolice'] },
  'roll-call:read': { roles: CARE_OFFICE, team: true },
  'roll-call:mark': { team: true, guardians: true, helpers: true },
  // The values of an exam and the note of a review are the doctors'; that and when they were is the team's.
  'assessment:review': { roles: ['mentalHealthDoctor'] },
  'assessment:examine': { roles: ['mentalHealthDoctor', 'villageDoctor'] },
  'band:lower': { roles: CARE_OFFICE },
  'referral:read': { roles: CARE_OFFICE, team: true },
  'referral:write': { roles: ['mentalHealthDoctor'], team: true },
  'rights:read': { roles: CARE_OFFICE, team: true },
  'rights:answer': { roles: CARE_OFFICE, team: true },
  // What is suspected of the family must never reach it.
  'concern:report': { roles: CARE_OFFICE, team: true, neverGuardians: true },
  'concern:read': { roles: CARE_OFFICE, neverGuardians: true },
  'concern:answer': { roles: CARE_OFFICE, neverGuardians: true },
  'lost-report:read': { roles: CARE_OFFICE },
  'lost-report:issue': { roles: CARE_OFFICE },
  'incident:report': { roles: CARE_OFFICE, team: true, guardians: true, helpers: true },
  'incident:read': { roles: CARE_OFFICE, team: true, guardians: true, helpers: true },
  'incident:acknowledge': { roles: CARE_OFFICE, team: true },
  // How an incident is handled is the staff's: whoever is of the family reads it as a guardian, by its receipts.
  'handling:read': { roles: [...CARE_OFFICE, 'townshipLead'], team: true, neverGuardians: true },
  'handling:write': { roles: CARE_OFFICE, team: true, neverGuardians: true },
  // As which of the two posts somebody closes or decides is a rule of the room.
  // The office only where nobody of the police is on the team, with a reason; the use-case says so.
  'handling:close': { roles: ['mentalHealthDoctor', 'socialAffairsOfficer'], team: true, neverGuardians: true },
  'admission:read': { roles: CARE_OFFICE, team: true },
  'admission:record': { roles: CARE_OFFICE },
  'admission:receive': { roles: ['mentalHealthDoctor'] },
  // The committee's member gets the written report and helps to search; the rest of the file is not theirs.
  'missing:read': { roles: [...CARE_OFFICE, 'politicalLegalMember'], team: true },
  'missing:record': { roles: CARE_OFFICE, team: true },
  'look-back:read': { roles: [...CARE_OFFICE, 'townshipLead'] },
  'look-back:make': { roles: ['socialAffairsOfficer', 'townshipLead'] },
  // Of somebody without a file: asked about the place.
  'incident:report-unfiled': { roles: ['socialAffairsOfficer', ...FIELD_ROLES] },
  'incident:settle-unfiled': { roles: CARE_OFFICE },
  // How far a screening has got, in numbers.
  'screening:read': {
    roles: [
      'administrator',
      ...CARE_OFFICE,
      'townshipLead',
      'politicalLegalMember',
      'communityPolice',
      'villageLead',
      'gridWorker',
      'villageDoctor',
    ],
  },
  'screening:plan': { roles: ['administrator', 'socialAffairsOfficer'] },
  // For a village, by whoever of it looks.
  'screening:answer': { roles: ['socialAffairsOfficer', 'villageLead', 'gridWorker', 'villageDoctor'] },
  'screening:self-check': { roles: ['administrator', ...CARE_OFFICE, 'townshipLead'] },
  // Of somebody who comes home: by whoever is told of it outside, to the office that receives them.
  'notice:record': { roles: ['administrator', ...CARE_OFFICE, 'communityPolice', 'politicalLegalMember'] },
  'notice:read': { roles: [...CARE_OFFICE, 'townshipLead'] },
  'notice:handle': { roles: ['socialAffairsOfficer'] },
  // Of somebody without a file: asked about the place. Who told it is seen by whoever needs it, for a reason.
  'clue:report': { roles: ['socialAffairsOfficer', ...FIELD_ROLES] },
  'clue:read': { roles: CARE_OFFICE },
  'clue:check': { roles: CARE_OFFICE },
  // That a suspicion is confirmed, or is not, is a finding of a psychiatrist that the doctor writes down.
  'clue:review': { roles: ['mentalHealthDoctor'] },
  'informant:open': { roles: CARE_OFFICE },
  // Written down for a family by whoever of the village or the office it comes to.
  'application:make': { roles: ['socialAffairsOfficer', 'civilAffairsCadre', 'villageLead'], guardians: true },
  'application:list': { roles: APPLICATION_OFFICES },
  'application:read': { roles: APPLICATION_OFFICES, guardians: true },
  'application:review': { roles: ['villageLead'], neverGuardians: true },
  // Each for the department of their post.
  'application:opine': {
    roles: ['villageLead', 'mentalHealthDoctor', 'communityPolice', 'civilAffairsCadre', 'rehabCoordinator'],
    neverGuardians: true,
  },
  'application:conclude': { roles: ['socialAffairsOfficer', 'townshipLead'], neverGuardians: true },
  'application:approve': { roles: ['administrator'], neverGuardians: true },
  'application:object': { guardians: true },
  // Whose of the two it is to answer depends on the level that refused.
  'application:answer': { roles: ['townshipLead', 'administrator'], neverGuardians: true },
  'agreement:draft': { roles: ['socialAffairsOfficer'] },
  'agreement:read': { roles: MONEY_OFFICE, guardians: true },
  'agreement:sign': { guardians: true },
  // The named witness of a signature on paper.
  'agreement:witness': { roles: ['socialAffairsOfficer'], neverGuardians: true },
  'agreement:countersign': { roles: ['townshipLead'] },
  'appraisal:read': { roles: CARE_OFFICE, team: true },
  'appraisal:opine': { roles: CARE_OFFICE, team: true },
  'objection:make': { guardians: true },
  // For a guardian who asked: by anybody of the village's team, never by the family's own official.
  'objection:record': { roles: ['villageLead', ...CARE_OFFICE], team: true, neverGuardians: true },
  'objection:read': { roles: ['administrator', 'socialAffairsOfficer', 'townshipLead'] },
  // Whose of the two it is depends on whether it has gone to the county.
  'objection:answer': { roles: ['administrator', 'socialAffairsOfficer', 'townshipLead'] },
  'objection:decide': { roles: ['administrator'] },
  'training:record': { roles: CARE_OFFICE, team: true, neverGuardians: true },
  'year-stop:propose': { roles: ['socialAffairsOfficer'], neverGuardians: true },
  'year-stop:decide': { roles: ['townshipLead'], neverGuardians: true },
  'recovery:read': { roles: MONEY_OFFICE },
  'recovery:propose': { roles: ['socialAffairsOfficer'], neverGuardians: true },
  'recovery:decide': { roles: ['townshipLead'], neverGuardians: true },
  'recovery:settle': { roles: ['financeOfficer'], neverGuardians: true },
  'batch:read': { roles: MONEY_OFFICE },
  'batch:prepare': { roles: ['socialAffairsOfficer'] },
  'batch:check': { roles: ['townshipLead'] },
  'batch:release': { roles: ['financeOfficer'] },
  // Whose of the two it is to send a batch back depends on its state.
  'batch:return': { roles: ['townshipLead', 'financeOfficer'] },
  'fund:read': { roles: MONEY_OFFICE },
  'fund:record': { roles: ['financeOfficer'] },
  // How money of other purposes than the reward was used.
  'expense:check': { roles: ['townshipLead'] },
  // Told when the paying account lacks money.
  'fund:top-up': { roles: ['administrator', 'financeOfficer'] },
  'entitlement:claim': { guardians: true },
  // Whoever acts for a guardian sees what the family could have, and answers what is asked; to apply is the guardian's own.
  'relief:read': { roles: RELIEF_OFFICES, team: true, guardians: true, helpers: true, self: true },
  // On what a finding rests, ratings among it.
  'relief:grounds': { roles: RELIEF_OFFICES, team: true, guardians: true, self: true },
  'relief:list': { roles: RELIEF_OFFICES },
  // What the file does not say is asked of the family by whoever sits with it.
  'relief:tell': { roles: [...RELIEF_HELPERS, 'mentalHealthDoctor'], team: true, guardians: true, helpers: true },
  'relief:apply': { roles: RELIEF_HELPERS, guardians: true },
  'relief:handle': { roles: RELIEF_HELPERS, neverGuardians: true },
  // For which office by which of them is a rule of the room.
  'relief:decide': {
    roles: ['socialAffairsOfficer', 'civilAffairsCadre', 'rehabCoordinator', 'mentalHealthDoctor'],
    neverGuardians: true,
  },
  'relief:object': { guardians: true },
  'relief:answer': { roles: ['townshipLead'], neverGuardians: true },
  'relief-cost:read': { roles: ['administrator', ...MONEY_OFFICE] },
  'relief-cost:propose': { roles: ['socialAffairsOfficer'] },
  'relief-cost:review': { roles: ['townshipLead'], neverGuardians: true },
  'relief-cost:pay': { roles: ['financeOfficer'], neverGuardians: true },
  'relief-cost:supervise': { roles: ['administrator'], neverGuardians: true },
  // Whoever brings somebody from hospital back into the village's life.
  'rehab:read': { roles: [...REHAB_KEEPERS, 'townshipLead'] },
  'rehab:write': { roles: REHAB_KEEPERS },
  'escort:read': { roles: ['socialAffairsOfficer', 'townshipLead', 'communityPolice', 'civilAffairsCadre'] },
  'escort:write': { roles: ['socialAffairsOfficer', 'communityPolice', 'civilAffairsCadre'] },
  // Conflicts are often with the family: it never reads what was written of them.
  'legal:read': { roles: [...LEGAL_KEEPERS, 'townshipLead'], neverGuardians: true },
  'legal:write': { roles: LEGAL_KEEPERS, neverGuardians: true },
  'kept:read': { guardians: true, self: true },
  'request:make': { guardians: true, self: true },
  'request:record': { roles: CARE_OFFICE, team: true },
  // The patient may complain of the family, and the family of each other: whoever is of it asks on the phone like everybody else.
  'request:read': { roles: ['administrator', 'socialAffairsOfficer'], neverGuardians: true },
  // Whose of the two it is to answer depends on whether the first answer was contested.
  'request:answer': { roles: ['administrator', 'socialAffairsOfficer'], neverGuardians: true },
  'request:decide': { roles: ['administrator'], neverGuardians: true },
  // What a phone handed in after its session had ended: seen by those who answer for the patient, decided on by the office.
  'handed-in:read': { roles: CARE_OFFICE, neverGuardians: true },
  'handed-in:decide': { roles: ['socialAffairsOfficer'], neverGuardians: true },
  'export:ask': { roles: ['socialAffairsOfficer', 'mentalHealthDoctor'] },
  'export:read': { roles: ['administrator', 'socialAffairsOfficer', 'mentalHealthDoctor', 'townshipLead'] },
  'export:decide': { roles: ['administrator', 'townshipLead'] },
  'retention:read': { roles: ['administrator'] },
  // A signal is a lead for whoever looks after the patient, and nothing that a family is told by a list.
  'warning:read': { roles: CARE_OFFICE, team: true, neverGuardians: true },
  'warning:answer': { roles: CARE_OFFICE, team: true, neverGuardians: true },
  // Numbers of places, nobody is named. Who is behind a number is for those who may see the patients.
  'indicator:read': { roles: ['administrator', ...CARE_OFFICE, 'townshipLead', 'politicalLegalMember', 'villageLead', 'communityPolice'] },
  // The published totals of whole counties, for those above them: nothing below a county, and nothing else.
  'region:read': { roles: ['regionSupervisor'] },
  // Besides, whoever belongs to a unit reads the meetings that it is invited to.
  'meeting:read': { roles: MEETING_UNITS },
  'meeting:convene': { roles: ['socialAffairsOfficer'] },
  'outreach:read': { roles: MEETING_UNITS },
  'outreach:write': { roles: MEETING_UNITS },
  'duty:read': { roles: MEETING_UNITS },
  'duty:prove': { roles: MEETING_UNITS },
  // Supervised by those who answer for the whole township, and by the peace office's.
  'duty:supervise': { roles: ['socialAffairsOfficer', 'townshipLead', 'politicalLegalMember'] },
  // How far a month's exchange is, for whoever takes part; who is in it, for the departments and the office that brings them together.
  'exchange:read': { roles: [...EXCHANGING, 'socialAffairsOfficer', 'townshipLead'] },
  'exchange:details': { roles: [...EXCHANGING, 'socialAffairsOfficer'] },
  // Each for the department of their post.
  'exchange:hand-in': { roles: EXCHANGING },
  'exchange:match': { roles: CARE_OFFICE },
  'exchange:sign': { roles: ['townshipLead'] },
  // As which of the two departments is a rule of the room.
  'exchange:enter': { roles: ['communityPolice', 'mentalHealthDoctor'] },
} as const satisfies Record<string, Who>;

export type Permission = keyof typeof MAY;
export const PERMISSIONS = Object.keys(MAY) as readonly Permission[];

const whoMay = (permission: Permission): Who => MAY[permission];

/** The posts that give a permission wherever they stand; of a permission that comes from a seat or a family only, none. */
export const rolesWith = (permission: Permission): readonly Role[] => whoMay(permission).roles ?? [];

/** Whether a person, or anyone they stand in for, is a guardian of the patient or helps one. */
const isOfFamily = (actor: Actor, ties: Ties): boolean =>
  'guardians' in ties && standsFor(actor).some(person => ties.guardians.includes(person) || ties.helpers.includes(person));

/** Whether `actor` may do this to what `ties` describe. */
export function may(actor: Actor, permission: Permission, ties: Ties): boolean {
  if (actor.countyId !== ties.countyId) return false;
  const { roles = [], team, guardians, helpers, self, neverGuardians } = whoMay(permission);
  if (neverGuardians === true && isOfFamily(actor, ties)) return false;
  if (actor.posts.some(post => roles.includes(post.role) && ties.areaPath.includes(post.areaId))) return true;
  if (!('team' in ties)) return false;
  // A deputy fills the seats of the person they stand in for; a guardianship is nobody else's.
  return (
    (team === true && standsFor(actor).some(person => ties.team.includes(person))) ||
    (guardians === true && ties.guardians.includes(actor.personId)) ||
    (helpers === true && ties.helpers.includes(actor.personId)) ||
    (self === true && ties.self?.includes(actor.personId) === true)
  );
}

/** The areas over which `actor` holds a permission by post: the scope of a list. Empty when only by seat or guardianship. */
export const areasOf = (actor: Actor, permission: Permission): readonly string[] => {
  const { roles = [] } = whoMay(permission);
  return [...new Set(actor.posts.filter(post => roles.includes(post.role)).map(post => post.areaId))];
};

/** Whose seats on a patient's team give `actor` the permission; empty when seats do not. */
export const seatsOf = (actor: Actor, permission: Permission): readonly string[] => (whoMay(permission).team ? standsFor(actor) : []);

/** As whose guardian `actor` holds the permission; null when guardianship does not give it. */
export const guardianOf = (actor: Actor, permission: Permission): string | null => (whoMay(permission).guardians ? actor.personId : null);
