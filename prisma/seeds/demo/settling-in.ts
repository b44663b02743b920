import { newId } from '@guanhu/server/platform/ids';
import { recordHealthExam, recordRiskReview } from '@guanhu/shared/assessment/assessment.routes';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { setRegimen } from '@guanhu/shared/medication/regimen.routes';
import { recordDispensing, recordInjection } from '@guanhu/shared/medication/supply.routes';
import { recordConsent } from '@guanhu/shared/registry/consent.routes';
import type { RecordConsentBody } from '@guanhu/shared/registry/consent.contract';
import { readRecord, writeRecord } from '@guanhu/shared/registry/file.routes';
import type { CastPatient } from './cast.terms.ts';
import { chance } from './chance.ts';
import { drugLine } from './drug-lines.ts';
import { examValues, HEALTH_CENTRE, HOSPITAL } from './findings.ts';
import { each, patientId, townshipOf, type Story } from './story.ts';
import { classOf } from './visiting.ts';

/** The text that was read out before the families signed. */
const CONSENT_TEXT = '2026-1';
/** Of the patients nobody calls dangerous, the share whose family has not decided yet, and which does not want it. */
const UNDECIDED = 0.06;
const REFUSED = 0.09;
/** Of the others, the share that was examined somewhere before care began here. */
const EXAMINED_BEFORE = 0.45;
/** The share whom the doctor saw on the first day. */
const MET = 0.85;

/** A family's first day: consent, the doctor's order, the first medicine, and what is known from before. */
export async function settleIn(story: Story, patients: readonly CastPatient[], day: CalendarDate): Promise<void> {
  const regimens = await story.house.county.sql<{ id: Id; patientId: Id }>(
    'SELECT id, patient_id AS "patientId" FROM regimen WHERE county_id = $1 AND until IS NULL',
    [story.house.county.countyId],
  );
  const newest = new Map(regimens.map(one => [one.patientId, one.id]));
  await each(patients, async patient => {
    const as = await story.people.phone(`doctor@${townshipOf(story, patient)}`);
    await consent(story, patient, as, day);
    await order(story, patient, as, { day, after: newest.get(patientId(story, patient)) ?? null });
    if (chance('examined', patient.key) < EXAMINED_BEFORE) await earlierExam(story, patient, as, day);
    if (chance('met', patient.key) < MET) await firstReview(story, patient, as, day);
    await supplement(story, patient, as);
  });
}

/** Whether the family wants the care; whoever is dangerous to others is cared for by law. */
export const consentOf = ({ key, riskRating, state, reward }: CastPatient): RecordConsentBody['decision'] | null => {
  if (riskRating >= 4) return 'notRequired';
  const luck = chance('consent', key);
  const isQuiet = riskRating === 0 && state === 'inCare' && reward === 'none';
  return isQuiet && luck < UNDECIDED ? null : isQuiet && luck < REFUSED ? 'refused' : 'given';
};

async function consent(story: Story, patient: CastPatient, as: string, on: CalendarDate): Promise<void> {
  const { house, people } = story;
  const decision = consentOf(patient);
  if (decision === null) return;
  const common = { consentId: newId(), on };
  const signed = { signer: 'guardian', signerName: people.person(patient.guardians[0].personKey).name, textVersion: CONSENT_TEXT } as const;
  const body: RecordConsentBody =
    decision === 'notRequired'
      ? { ...common, decision, basis: 'dangerToOthers', note: '已当面告知监护人，监护人表示理解' }
      : { ...common, ...signed, decision: decision === 'refused' ? 'refused' : 'given' };
  await house.call(recordConsent, { as, params: { patientId: patientId(story, patient) }, body });
}

/** The doctor writes the order down as the hospital gave it, and the family takes home what there is. */
async function order(
  story: Story,
  patient: CastPatient,
  as: string,
  { day, after }: { day: CalendarDate; after: Id | null },
): Promise<void> {
  const { house } = story;
  if (patient.drugs.length === 0) return;
  const params = { patientId: patientId(story, patient) };
  const body = { regimenId: newId(), from: day, drugs: patient.drugs.map(drugLine), hospital: HOSPITAL, after };
  await house.call(setRegimen, { as, params, body });
  for (const drug of patient.drugs) {
    if (drug.everyWeeks === null) {
      const days = 28 + 7 * Math.floor(chance('supply', patient.key, drug.name) * 9);
      const given = { dispensingId: newId(), drug: drug.name, days, givenOn: day, givenBy: HEALTH_CENTRE, free: true } as const;
      await house.call(recordDispensing, { as, params, body: { ...given, arrival: { how: 'fetched', on: day } } });
    } else {
      const ago = Math.floor(chance('injected', patient.key) * drug.everyWeeks * 7);
      const given = {
        injectionId: newId(),
        drug: drug.name,
        mg: drug.morningMg,
        givenOn: addDays(day, -ago),
        place: HEALTH_CENTRE,
        givenBy: '护士',
      };
      await house.call(recordInjection, { as, params, body: given });
    }
  }
}

async function firstReview(story: Story, patient: CastPatient, as: string, on: CalendarDate): Promise<void> {
  const body = { reviewId: newId(), on, risk: patient.riskRating, stability: classOf(patient), note: '建档时见过本人，诊断以医院的为准' };
  await story.house.call(recordRiskReview, { as, params: { patientId: patientId(story, patient) }, body });
}

/** An examination of the year before, whose report the family brought along. */
async function earlierExam(story: Story, patient: CastPatient, as: string, day: CalendarDate): Promise<void> {
  const ago = Math.min(365, 120 + Math.floor(chance('examined on', patient.key) * 250));
  const body = { examId: newId(), on: addDays(day, -ago), where: HEALTH_CENTRE, values: examValues(patient, 'before') };
  await story.house.call(recordHealthExam, { as, params: { patientId: patientId(story, patient) }, body });
}

const from = <T>(all: readonly [T, ...T[]], ...about: readonly string[]): T => all[Math.floor(chance(...about) * all.length)] ?? all[0];

/** The supplement record, as far as the family knew. */
async function supplement(story: Story, patient: CastPatient, as: string): Promise<void> {
  const { house } = story;
  const { key, bornOn, riskRating, diagnosis, drugs } = patient;
  const params = { patientId: patientId(story, patient) };
  const { version } = await house.call(readRecord, { as, params });
  const lately = Number(story.today.slice(0, 4)) - 2;
  const onset = Math.min(lately, Number(bornOn.slice(0, 4)) + 16 + Math.floor(chance('onset', key) * 14));
  const set = {
    ethnicity: '01',
    education: from(['6', '7', '7', '8', '8', '9'], 'education', key),
    maritalStatus: from(['1', '1', '2', '2', '4'], 'married', key),
    employment: from(['3', '3', '4', '8'], 'work', key),
    householdKind: '2',
    firstOnset: String(onset),
    familyHistory: from(['1', '2', '2', '3'], 'family', key),
    pastSymptoms: diagnosis === 'bipolar' ? ['4', '6'] : riskRating >= 3 ? ['1', '3', '7'] : ['3', '11'],
    pastConfinement: '1',
    outpatientTreatment: drugs.length === 0 ? '1' : from(['2', '3', '3'], 'outpatient', key),
    hospitalisations: Math.floor(chance('hospital', key) * (riskRating >= 3 ? 5 : 3)),
    diagnosedBy: HOSPITAL,
    diagnosedOn: String(onset + 1),
    latestEffect: riskRating >= 3 ? '3' : '2',
    economy: from(['1', '2', '2'], 'economy', key),
    rewardSubject: patient.reward === 'none' ? '0' : '1',
    disabilityCertificate: from(['1', '1', '2'], 'certificate', key),
    familyDoctor: '1',
    communityRehabilitation: from(['1', '0', '0'], 'rehabilitation', key),
  };
  await house.call(writeRecord, { as, params, body: { version, set } });
}
