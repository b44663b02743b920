import type { Actor, Role } from './access.terms.ts';
import { areasOf, may, PERMISSIONS, type PatientTies, type Permission } from './permissions.rules.ts';

const ties: PatientTies = {
  countyId: 1,
  areaPath: ['county', 'township', 'village'],
  team: ['worker'],
  guardians: ['guardian'],
  helpers: ['helper'],
  self: ['patient'],
};
const actor = (personId: string, posts: Actor['posts'] = [], countyId = 1): Actor => ({
  countyId,
  personId,
  sessionId: 's',
  channel: 'desk',
  posts,
});
const holding = (role: Role, areaId: string, countyId = 1) => actor('official', [{ role, areaId, organisationId: null }], countyId);
const granted = (who: Actor) => PERMISSIONS.filter(permission => may(who, permission, ties));

/** Written down a second time on purpose: whoever changes the table must say so here as well. */
const CARE: Permission[] = [
  'patient:read',
  'team:read',
  'medication:read',
  'regimen:read',
  'visit:read',
  'visit:read-next',
  'incident:report',
  'incident:read',
  'incident:acknowledge',
  'appraisal:read',
  'appraisal:opine',
  'objection:record',
  'training:record',
  'case-team:read',
  'attachment:read',
  'attachment:write',
  'request:record',
  'referral:read',
  'rights:read',
  'rights:answer',
  'concern:report',
  'handling:read',
  'handling:write',
  'admission:read',
  'missing:read',
  'missing:record',
  'relief:read',
  'relief:grounds',
  'relief:tell',
  'warning:read',
  'warning:answer',
];
/** What a visit may lead to, and never reaches a family. */
const AFTER_VISIT: Permission[] = ['concern:read', 'concern:answer', 'lost-report:read', 'lost-report:issue'];
/** The office and the doctor. */
const OFFICE: Permission[] = [
  'team:oversee',
  'case-team:close',
  'band:lower',
  'attachment:remove',
  'export:ask',
  'export:read',
  'admission:record',
  'look-back:read',
  'handling:close',
  'handed-in:read',
];
/** The whole record of a person. */
const FILE: Permission[] = ['record:read', 'patient:write', 'patient:merge'];
const MONEY: Permission[] = ['policy:read', 'agreement:read', 'recovery:read', 'batch:read', 'fund:read'];
/** Who is heard on an application for the reward. */
const HEARD: Permission[] = ['application:list', 'application:read', 'application:opine'];
/** The departments that exchange lists every month. */
const EXCHANGE: Permission[] = ['exchange:read', 'exchange:details', 'exchange:hand-in'];
/** Whoever helps a family to a benefit, and enters what an office decided of it. */
const RELIEF: Permission[] = ['relief:read', 'relief:grounds', 'relief:list', 'relief:tell', 'relief:apply', 'relief:handle'];
/** Clues about people without a file. */
const CLUES: Permission[] = [
  'clue:read',
  'clue:check',
  'informant:open',
  'screening:read',
  'screening:self-check',
  'notice:record',
  'notice:read',
];
const LIFE: Permission[] = ['patient:change-state', 'patient:move', 'move:decide', 'consent:record'];
/** Whoever speaks for a unit of the township. */
const MEETINGS: Permission[] = ['meeting:read', 'duty:read', 'duty:prove', 'outreach:read', 'outreach:write'];
/** Whoever holds community rehabilitation. */
const REHAB: Permission[] = ['rehab:read', 'rehab:write'];
/** Whoever brings somebody from elsewhere home. */
const ESCORT: Permission[] = ['escort:read', 'escort:write'];
/** Whoever sees to conflicts and leads to the law. */
const LEGAL: Permission[] = ['legal:read', 'legal:write'];
const OF_ROLE: Partial<Record<Role, Permission[]>> = {
  administrator: [
    'fund:top-up',
    ...MEETINGS,
    'notice:record',
    'screening:read',
    'screening:plan',
    'screening:self-check',
    'crisis-roster:read',
    'drill:read',
    'special-period:read',
    'special-period:propose',
    'special-period:decide',
    'special-period:end',
    'person:manage',
    'policy:write',
    'policy:read',
    'patient:merge',
    'patient:locate',
    'break-glass:read',
    'break-glass:review',
    'objection:read',
    'objection:answer',
    'objection:decide',
    'request:read',
    'request:answer',
    'request:decide',
    'export:read',
    'export:decide',
    'retention:read',
    'application:list',
    'application:read',
    'application:approve',
    'application:answer',
    'indicator:read',
    'relief-cost:read',
    'relief-cost:supervise',
  ],
  regionSupervisor: ['region:read'],
  socialAffairsOfficer: [
    ...MEETINGS,
    ...REHAB,
    ...ESCORT,
    ...LEGAL,
    ...RELIEF,
    'relief:decide',
    'relief-cost:read',
    'relief-cost:propose',
    'crisis-roster:read',
    'crisis-roster:write',
    'drill:read',
    'drill:write',
    'roll-call:count',
    'roll-call:read',
    'special-period:read',
    'special-period:propose',
    'special-period:decide',
    'special-period:end',
    'incident:report-unfiled',
    'incident:settle-unfiled',
    'clue:report',
    'screening:plan',
    'screening:answer',
    'notice:handle',
    ...CLUES,
    ...CARE,
    ...FILE,
    ...OFFICE,
    ...AFTER_VISIT,
    ...MONEY,
    ...LIFE,
    'import:write',
    'guardian:invite',
    'guardian:appoint',
    'application:make',
    'application:list',
    'application:read',
    'application:conclude',
    'agreement:draft',
    'agreement:witness',
    'year-stop:propose',
    'recovery:propose',
    'batch:prepare',
    'team:change',
    'group:read',
    'group:write',
    'handover:do',
    'patient:invite',
    'break-glass:read',
    'break-glass:see',
    'request:read',
    'request:answer',
    'objection:read',
    'objection:answer',
    'look-back:make',
    'handed-in:decide',
    'indicator:read',
    'meeting:convene',
    'duty:supervise',
    'exchange:read',
    'exchange:details',
    'exchange:match',
  ],
  townshipLead: [
    'duty:supervise',
    ...MEETINGS,
    'escort:read',
    'legal:read',
    'rehab:read',
    'indicator:read',
    'exchange:read',
    'exchange:sign',
    'relief:read',
    'relief:grounds',
    'relief:list',
    'relief:answer',
    'relief-cost:read',
    'relief-cost:review',
    'notice:read',
    'screening:read',
    'screening:self-check',
    'objection:read',
    'objection:answer',
    'crisis-roster:read',
    'drill:read',
    'drill:write',
    'roll-call:count',
    'special-period:read',
    'special-period:decide',
    'special-period:end',
    ...MONEY,
    'application:list',
    'application:read',
    'application:conclude',
    'application:answer',
    'agreement:countersign',
    'year-stop:decide',
    'recovery:decide',
    'batch:check',
    'batch:return',
    'expense:check',
    'team:oversee',
    'group:read',
    'export:read',
    'export:decide',
    'handling:read',
    'look-back:read',
    'look-back:make',
  ],
  financeOfficer: [
    ...MEETINGS,
    ...MONEY,
    'relief-cost:read',
    'relief-cost:pay',
    'recovery:settle',
    'batch:release',
    'batch:return',
    'fund:record',
    'fund:top-up',
  ],
  mentalHealthDoctor: [
    ...MEETINGS,
    ...REHAB,
    ...LEGAL,
    ...EXCHANGE,
    'exchange:match',
    'exchange:enter',
    'relief:list',
    'relief:decide',
    'crisis-roster:read',
    'drill:read',
    'roll-call:count',
    'roll-call:read',
    'special-period:read',
    'incident:report-unfiled',
    'incident:settle-unfiled',
    'clue:report',
    ...CLUES,
    ...CARE,
    ...FILE,
    ...OFFICE,
    ...AFTER_VISIT,
    ...LIFE,
    'referral:write',
    'assessment:review',
    'assessment:examine',
    'policy:read',
    'group:read',
    'case-team:write',
    'regimen:write',
    'supply:record',
    'suspicion:settle',
    'clue:review',
    'admission:receive',
    'indicator:read',
    ...HEARD,
  ],
  communityPolice: [
    ...MEETINGS,
    ...ESCORT,
    ...LEGAL,
    ...EXCHANGE,
    'exchange:enter',
    ...HEARD,
    'group:read',
    'incident:report-unfiled',
    'clue:report',
    'screening:read',
    'notice:record',
    'indicator:read',
    'roll-call:count',
    'special-period:read',
  ],
  securityOfficer: [...MEETINGS, ...LEGAL, 'group:read', 'incident:report-unfiled', 'clue:report'],
  rehabCoordinator: [
    ...MEETINGS,
    ...REHAB,
    ...EXCHANGE,
    ...HEARD,
    ...RELIEF,
    'relief:decide',
    'group:read',
    'incident:report-unfiled',
    'clue:report',
  ],
  civilAffairsCadre: [
    ...MEETINGS,
    ...REHAB,
    ...ESCORT,
    ...LEGAL,
    ...EXCHANGE,
    ...HEARD,
    ...RELIEF,
    'relief:decide',
    'application:make',
    'group:read',
    'incident:report-unfiled',
    'clue:report',
  ],
  gridWorker: [...LEGAL, 'group:read', 'incident:report-unfiled', 'clue:report', 'screening:read', 'screening:answer'],
  villageLead: [
    ...MEETINGS,
    ...REHAB,
    ...LEGAL,
    ...HEARD,
    'indicator:read',
    ...RELIEF,
    'screening:read',
    'screening:answer',
    'objection:record',
    'application:make',
    'application:review',
    'group:read',
    'incident:report-unfiled',
    'clue:report',
    'roll-call:count',
    'special-period:read',
    'handover:do',
    'move:decide',
  ],
  politicalLegalMember: [...MEETINGS, 'duty:supervise', 'group:read', 'indicator:read', 'missing:read', 'screening:read', 'notice:record'],
  villageDoctor: ['group:read', 'incident:report-unfiled', 'clue:report', 'screening:read', 'screening:answer', 'assessment:examine'],
};
const ROLES: Role[] = [
  'administrator',
  'regionSupervisor',
  'socialAffairsOfficer',
  'townshipLead',
  'financeOfficer',
  'politicalLegalMember',
  'mentalHealthDoctor',
  'communityPolice',
  'securityOfficer',
  'rehabCoordinator',
  'civilAffairsCadre',
  'gridWorker',
  'villageLead',
  'villageDoctor',
];

it.each(ROLES)('%s may in the own area exactly this, elsewhere nothing', role => {
  expect(new Set(granted(holding(role, 'township')))).toEqual(new Set(OF_ROLE[role] ?? []));
  expect(granted(holding(role, 'other township'))).toEqual([]);
  expect(granted(holding(role, 'township', 2))).toEqual([]);
});

it('gives the team the care of the patient, and no paper or money', () => {
  expect(new Set(granted(actor('worker')))).toEqual(
    new Set([...CARE, 'visit:write', 'referral:write', 'supply:record', 'handling:close', 'roll-call:read', 'roll-call:mark']),
  );
});

it('keeps what is suspected of a family from its guardian, whatever post or seat they hold, and from whoever acts for them', () => {
  const concerns = (who: Actor) => granted(who).filter(permission => permission.startsWith('concern:'));
  const posts = [{ role: 'socialAffairsOfficer', areaId: 'township', organisationId: null }] as const;
  expect(concerns(actor('guardian', posts))).toEqual([]);
  expect(concerns({ ...actor('official', posts), actingFor: ['guardian'] })).toEqual([]);
  expect(concerns({ ...actor('worker'), actingFor: ['guardian'] })).toEqual([]);
  expect(concerns(actor('official', posts))).toHaveLength(3);
});

it('gives a guardian what a family needs, and no file', () => {
  expect(new Set(granted(actor('guardian')))).toEqual(
    new Set([
      'team:read',
      'medication:read',
      'roll-call:mark',
      'medication:confirm',
      'supply:collect',
      'visit:read-next',
      'incident:report',
      'incident:read',
      'application:make',
      'application:read',
      'application:object',
      'agreement:read',
      'agreement:sign',
      'objection:make',
      'entitlement:claim',
      'kept:read',
      'request:make',
      'relief:read',
      'relief:grounds',
      'relief:tell',
      'relief:apply',
      'relief:object',
    ]),
  );
});

it('lets a helper see and say what the guardian would, and sign or claim nothing', () => {
  expect(new Set(granted(actor('helper')))).toEqual(
    new Set([
      'roll-call:mark',
      'team:read',
      'medication:read',
      'medication:confirm',
      'supply:collect',
      'visit:read-next',
      'incident:report',
      'incident:read',
      'relief:read',
      'relief:tell',
    ]),
  );
  expect(granted({ ...actor('deputy'), actingFor: ['helper'] })).toEqual([]);
});

it('lets a patient see what is kept and ask for their rights, and nothing of the reward', () => {
  expect(new Set(granted(actor('patient')))).toEqual(
    new Set(['team:read', 'medication:read', 'visit:read-next', 'kept:read', 'request:make', 'relief:read', 'relief:grounds']),
  );
  expect(granted({ ...actor('deputy'), actingFor: ['patient'] })).toEqual([]);
});

it('lets a deputy fill the seats of the absent, but never be a guardian in their place', () => {
  expect(granted({ ...actor('deputy'), actingFor: ['worker'] })).toEqual(granted(actor('worker')));
  expect(granted({ ...actor('deputy'), actingFor: ['guardian'] })).toEqual([]);
});

it('gives a stranger nothing, and a person of another county nothing though the ids agree', () => {
  expect(granted(actor('stranger'))).toEqual([]);
  expect(granted(actor('guardian', [], 2))).toEqual([]);
});

it('lists by post only the areas of the roles that give the permission', () => {
  const two = actor('official', [
    { role: 'socialAffairsOfficer', areaId: 'a', organisationId: null },
    { role: 'financeOfficer', areaId: 'b', organisationId: null },
  ]);
  expect([areasOf(two, 'patient:read'), areasOf(two, 'fund:read'), areasOf(two, 'person:manage')]).toEqual([['a'], ['a', 'b'], []]);
});
