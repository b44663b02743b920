import type { Diagnosis } from '@guanhu/shared/registry/diagnosis.rules';
import type { GuardianRelation } from '@guanhu/shared/registry/guardian-relation.rules';
import { identityCheckDigit } from '@guanhu/shared/registry/identity-number.rules';
import type { PatientState, Sex } from '@guanhu/shared/registry/registry.terms';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import type { Cast, CastGuardian, CastPatient, CastPerson, CastPhone, RewardStage } from './cast.terms.ts';
import { REGIMENS } from './drugs.ts';
import { NameInventor, sequence } from './names.ts';
import { COUNTY, organisations, townships, villages } from './places.ts';
import { recruitCommittee, recruitStaff } from './staff.ts';

/** `[what, how many]` laid out one after the other. */
const spread = <T>(...shares: readonly (readonly [T, number])[]): T[] => shares.flatMap(([what, times]) => Array<T>(times).fill(what));

/** Those of the province above the county. */
export const PROVINCE_ADMINISTRATOR = 'administrator@province';
export const PROVINCE_SUPERVISOR = 'supervisor@province';

const PATIENTS = 60;
/** Shares as townships have them: most are quiet, few are dangerous. */
const RISKS: readonly RiskRating[] = spread<RiskRating>([0, 30], [1, 12], [2, 8], [3, 6], [4, 3], [5, 1]);
const DIAGNOSES: readonly Diagnosis[] = spread<Diagnosis>(
  ['schizophrenia', 40],
  ['bipolar', 8],
  ['idWithPsychosis', 5],
  ['schizoaffective', 3],
  ['epilepticPsychosis', 2],
  ['delusional', 2],
);
const STATES: readonly PatientState[] = spread<PatientState>(
  ['inCare', 48],
  ['hospitalised', 2],
  ['inCustody', 1],
  ['compulsoryMedical', 1],
  ['away', 4],
  ['lostToFollowUp', 1],
  ['missing', 1],
  ['deceased', 2],
);
const RELATIONS: readonly GuardianRelation[] = spread<GuardianRelation>(
  ['parent', 26],
  ['spouse', 16],
  ['sibling', 8],
  ['child', 6],
  ['grandparent', 1],
  ['otherRelative', 2],
  ['organisation', 1],
);
const SAME_SURNAME: ReadonlySet<GuardianRelation> = new Set<GuardianRelation>(['parent', 'child', 'sibling', 'grandparent']);
/** The stages of those who qualify and are in care, the first township's first; what is left over has an agreement and nothing due. */
const STAGES: readonly RewardStage[] = [
  'claimable',
  'periodGathering',
  'paid',
  'entitlementApproved',
  'periodProposed',
  'draft',
  'villageReview',
  'townshipReview',
  'countyApproval',
  'agreementSigned',
  'periodObjected',
  'periodFinal',
  'inTransfer',
  'active',
  'failed',
];
/** Two wards of one guardian, by number of the patient: the second is looked after by the first guardian of the first. */
const SHARED_GUARDIAN: Readonly<Record<number, number>> = { 35: 17, 36: 18, 40: 31 };
/** Patients with a second guardian. */
const TWO_GUARDIANS: ReadonlySet<number> = new Set([5, 16, 29, 44]);
/** Patients who had an incident though they are rated below 3. */
const PAST_INCIDENT: ReadonlySet<number> = new Set([2, 7, 20, 33, 41, 47, 52, 58, 59]);

/** Order of a list that was not sorted by anything: always the same. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = sequence(seed);
  return items
    .map(item => ({ item, rank: random.next().value }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** An identity number of the area that does not exist; the 17th digit tells the sex. */
function identityNumberOf(bornOn: string, serial: number, sex: Sex): string {
  const first17 = `${COUNTY.areaCode}${bornOn.replaceAll('-', '')}${String(serial * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0')}`;
  return first17 + identityCheckDigit(first17);
}

/** What every patient has before anybody is engaged for them. */
type Draft = Omit<CastPatient, 'guardians' | 'reward' | 'name' | 'mobile' | 'villageKey'> & { readonly relation: GuardianRelation };

/** Years of birth that fit the guardian's relation: parents look after younger people, children after older ones. */
const BIRTH_YEARS: Readonly<Partial<Record<GuardianRelation, readonly [from: number, years: number]>>> = {
  child: [1944, 18],
  parent: [1972, 32],
  grandparent: [2000, 8],
};

function drafts(): Draft[] {
  const [risks, diagnoses, states, relations] = [shuffled(RISKS, 1), shuffled(DIAGNOSES, 2), shuffled(STATES, 3), shuffled(RELATIONS, 4)];
  const random = sequence(5);
  const upTo = (most: number) => Math.floor(random.next().value * most);
  const families = new Set([...Object.keys(SHARED_GUARDIAN).map(Number), ...Object.values(SHARED_GUARDIAN)]);
  return Array.from({ length: PATIENTS }, (_, number): Draft => {
    const relation = families.has(number) ? 'parent' : (relations[number] ?? 'parent');
    const [from, years] = BIRTH_YEARS[relation] ?? [1952, 34];
    const bornOn = [from + upTo(years), 1 + upTo(12), 1 + upTo(28)].map(part => String(part).padStart(2, '0')).join('-');
    const sex: Sex = random.next().value < 0.55 ? 'male' : 'female';
    const diagnosis = diagnoses[number] ?? 'schizophrenia';
    const state = states[number] ?? 'inCare';
    const regimens = REGIMENS[diagnosis];
    return {
      key: `patient-${String(number + 1).padStart(2, '0')}`,
      identityNumber: identityNumberOf(bornOn, number, sex),
      sex,
      bornOn,
      diagnosis,
      riskRating: risks[number] ?? 0,
      state,
      pastIncident: PAST_INCIDENT.has(number),
      drugs: state === 'deceased' ? [] : (regimens[number % regimens.length] ?? []),
      relation,
    };
  });
}

/** Where each reward stands: what has ended or paused in life is not running in the demonstration. */
function rewards(patients: readonly Omit<CastPatient, 'reward'>[]): CastPatient[] {
  const townshipOf = new Map(villages.map(village => [village.key, townships.findIndex(township => township.key === village.townshipKey)]));
  const rank = (patient: Omit<CastPatient, 'reward'>) => townshipOf.get(patient.villageKey) ?? 0;
  const qualified = patients.filter(patient => patient.riskRating >= 3 || patient.pastIncident);
  const running = qualified.filter(patient => patient.state === 'inCare').sort((a, b) => rank(a) - rank(b));
  return patients.map((patient): CastPatient => {
    if (!qualified.includes(patient)) return { ...patient, reward: 'none' };
    if (patient.state !== 'inCare') return { ...patient, reward: patient.state === 'deceased' ? 'closed' : 'suspended' };
    return { ...patient, reward: STAGES[running.indexOf(patient)] ?? 'active' };
  });
}

/** Somebody in care in the first township whose guardian has no phone, and with whom nothing else is going on. */
function patientOfHelper(patients: readonly CastPatient[], phones: readonly CastPhone[]): CastPatient {
  const onWall = new Set(phones.map(phone => phone.personKey));
  const near = new Set(villages.filter(village => village.townshipKey === townships[0]?.key).map(village => village.key));
  const found = patients.findLast(
    ({ villageKey, state, reward, riskRating, drugs, guardians: [{ personKey }] }) =>
      near.has(villageKey) && state === 'inCare' && reward === 'none' && riskRating === 1 && drugs.length > 0 && !onWall.has(personKey),
  );
  if (!found) throw new RangeError('nobody needs a helper');
  return found;
}

/** Some phones of the first township, so that the whole job can be walked through on them. */
function phonesOf(patients: readonly CastPatient[]): CastPhone[] {
  const home = townships[0]?.key ?? '';
  const near = villages.filter(village => village.townshipKey === home).map(village => village.key);
  const [first, second] = near;
  const guardianOf = (fits: (patient: CastPatient) => boolean): string =>
    patients.find(patient => near.includes(patient.villageKey) && fits(patient))?.guardians[0].personKey ?? '';
  const wards = (personKey: string) => patients.filter(patient => patient.guardians[0].personKey === personKey);
  return [
    { personKey: 'administrator', as: 'administrator', shows: '县级管理员：邀请人员，管理岗位' },
    { personKey: `maker@${home}`, as: 'socialAffairsOfficer', shows: '社会事务办：导入清单，签协议，编制发放批次' },
    { personKey: `checker@${home}`, as: 'townshipLead', shows: '分管领导：会签协议，复核批次' },
    { personKey: `releaser@${home}`, as: 'financeOfficer', shows: '财政所：登记拨款，放款' },
    { personKey: `doctor@${home}`, as: 'mentalHealthDoctor', shows: '精防医生：随访与评估' },
    { personKey: 'maker@wangxiu', as: 'socialAffairsOfficer', shows: '望岫乡社会事务办：商户是默认限额，超过单笔限额的款项走一卡通' },
    { personKey: `police@${home}`, as: 'communityPolice', shows: '驻村民警：走访和突发情况' },
    { personKey: `committee@${home}`, as: 'politicalLegalMember', shows: '政法委员：有人走失时接到通知，看书面报告' },
    { personKey: `lead@${first ?? ''}`, as: 'villageLead', shows: '村级小组组长：请假、走访和过期没办的事' },
    { personKey: `gridWorker@${first ?? ''}`, as: 'gridWorker', shows: '网格员：今天的走访' },
    { personKey: `gridWorker@${second ?? ''}`, as: 'gridWorker', shows: '网格员：逾期的走访和代打电话' },
    { personKey: guardianOf(patient => patient.reward === 'claimable'), as: 'guardian', shows: '监护人：有一笔补助可以领取' },
    {
      personKey: guardianOf(patient => patient.reward === 'periodGathering'),
      as: 'guardian',
      shows: '年长的监护人：每天确认服药，“我的”里可以换成大字',
    },
    {
      personKey: guardianOf(patient => patient.reward === 'none' && wards(patient.guardians[0].personKey).length > 1),
      as: 'guardian',
      shows: '监护人：一人照看两名家人',
    },
  ];
}

/** The one cast: every call gives the same people. */
export function demoCast(): Cast {
  const names = new NameInventor();
  let mobiles = 0;
  const nextMobile = (): string => `1990000${String((mobiles += 1)).padStart(4, '0')}`;
  const { persons: staff, teams } = recruitStaff(names, nextMobile);
  const guardians: CastPerson[] = [];
  const engage = (relative: string, relation: GuardianRelation): CastGuardian => {
    const personKey = `guardian-${String(guardians.length + 1).padStart(2, '0')}`;
    guardians.push({
      key: personKey,
      name: names.next(SAME_SURNAME.has(relation) ? relative : undefined),
      mobile: nextMobile(),
      posts: [],
    });
    return { personKey, relation };
  };
  const patients: Omit<CastPatient, 'reward'>[] = [];
  for (const [number, { relation, ...draft }] of drafts().entries()) {
    // Wards of one guardian are of one family and live in one village.
    const family = patients[SHARED_GUARDIAN[number] ?? -1];
    const name = names.next(family?.name);
    const first: CastGuardian = family === undefined ? engage(name, relation) : { personKey: family.guardians[0].personKey, relation };
    patients.push({
      ...draft,
      name,
      villageKey: family?.villageKey ?? villages[number % villages.length]?.key ?? '',
      mobile: nextMobile(),
      guardians: TWO_GUARDIANS.has(number) ? [first, engage(name, 'sibling')] : [first],
    });
  }
  const settled = rewards(patients);
  const phones = phonesOf(settled);
  const helper = { personKey: 'helper-01', patientKey: patientOfHelper(settled, phones).key };
  const neighbour: CastPerson = { key: helper.personKey, name: names.next(), mobile: nextMobile(), posts: [] };
  return {
    county: COUNTY,
    townships,
    villages,
    organisations,
    persons: [
      ...[...staff, ...guardians, neighbour, ...recruitCommittee(names, nextMobile)],
      ...[PROVINCE_ADMINISTRATOR, PROVINCE_SUPERVISOR].map(key => ({ key, name: names.next(), mobile: nextMobile(), posts: [] })),
    ],
    patients: settled,
    teams,
    phones: [
      ...phones,
      { personKey: helper.personKey, as: 'helper', shows: '代办人：替没有手机的监护人确认服药、报告情况' },
      { personKey: PROVINCE_SUPERVISOR, as: 'regionSupervisor', shows: '省市督导员：在工作台看各县公布的指标' },
    ],
    helper,
  };
}
