import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { ECONOMIES, HAVING } from '../registry/answers.terms.ts';
import { DIAGNOSES } from '../registry/diagnosis.rules.ts';
import type { FileValues } from '../registry/file-fields.ts';
import { DISABILITY_GRADES, OUTPATIENT_TREATMENTS } from '../registry/record.terms.ts';
import { BENEFITS, RELIEF_FACTS, type Benefit, type FactAnswer, type Hardship, type ReliefFact } from './relief.terms.ts';

/** What is known of one fact, in words, and where it was found. */
export type Known = { readonly answer: FactAnswer; readonly found: string; readonly source: string };
/** What is known; a fact that is absent has to be asked for. */
export type KnownFacts = { readonly [F in ReliefFact]?: Known };

/** What a file says that benefits go by. */
export type FileFacts = Pick<
  FileValues,
  'diagnosis' | 'economy' | 'disabilityCertificate' | 'disabilityGrade' | 'outpatientTreatment' | 'permanentAreaCode'
>;
/** What somebody answered, latest per fact. */
export type AnsweredFact = { readonly fact: ReliefFact; readonly answer: FactAnswer; readonly on: CalendarDate };

const FILE = '患者档案';
const LEDGER = '救助台账';
const yes = (found: string, source = FILE): Known => ({ answer: 'yes', found, source });
const no = (found: string, source = FILE): Known => ({ answer: 'no', found, source });

/** A coded answer of the file; a blank, or "not known", says nothing. */
function coded(value: unknown, options: Readonly<Record<string, string>>, means: Readonly<Record<string, FactAnswer>>): Known | undefined {
  const [answer, found] = [means[String(value)], options[String(value)]];
  return answer === undefined || found === undefined ? undefined : { answer, found, source: FILE };
}

/**
 * What is known of a patient. The file goes before an answer, and what the ledger holds before both; what none of them says is absent and
 * never counts as a no. `county` is the county's six-digit code.
 */
export function factsOf({
  file,
  held,
  answers,
  county,
}: {
  readonly file: FileFacts;
  /** Benefits that the ledger holds today. */
  readonly held: readonly Benefit[];
  readonly answers: readonly AnsweredFact[];
  readonly county: string | null;
}): KnownFacts {
  const told = Object.fromEntries(
    answers.map(({ fact, answer, on }) => [
      fact,
      { answer, found: `${RELIEF_FACTS[fact].label}：${answer === 'yes' ? '是' : '不是'}`, source: `${inWords(on)}询问` },
    ]),
  );
  const known: Partial<Record<ReliefFact, Known | undefined>> = {
    ...told,
    ...present({
      disorder: disorderOf(file.diagnosis),
      local: localOf(file.permanentAreaCode, county),
      poor: coded(file.economy, ECONOMIES, { 1: 'yes', 2: 'no' }),
      treated: coded(file.outpatientTreatment, OUTPATIENT_TREATMENTS, { 1: 'no', 2: 'yes', 3: 'yes' }),
      certified: coded(file.disabilityCertificate, HAVING, { 1: 'yes', 2: 'no' }),
      severe: severeOf(file),
    }),
    ...present({
      hasMinimumLiving: ofLedger(held, 'minimumLiving'),
      hasExtremeHardship: ofLedger(held, 'extremeHardship'),
      certified: ofLedger(held, 'disabilityCertificate'),
    }),
  };
  return known as KnownFacts;
}

/** Only what is known: nothing known must not hide what somebody answered. */
const present = (facts: { readonly [F in ReliefFact]?: Known | undefined }) =>
  Object.fromEntries(Object.entries(facts).filter(([, known]) => known !== undefined));

const disorderOf = (diagnosis: unknown): Known | undefined => {
  const found = DIAGNOSES[String(diagnosis) as keyof typeof DIAGNOSES] as { readonly label: string } | undefined;
  // Which of the six it is need not be read here.
  return found && yes('已确诊');
};

function localOf(code: unknown, county: string | null): Known | undefined {
  if (typeof code !== 'string' || county === null) return undefined;
  return code.startsWith(county) ? yes('户籍地在本县') : no('户籍地在外县');
}

/** A certificate of a lower grade, or none, is not a severe one. */
function severeOf({ disabilityCertificate, disabilityGrade }: FileFacts): Known | undefined {
  if (String(disabilityCertificate) === '2') return no('没有残疾证');
  return coded(disabilityGrade, DISABILITY_GRADES, { 1: 'yes', 2: 'yes', 3: 'no', 4: 'no' });
}

const ofLedger = (held: readonly Benefit[], benefit: Benefit): Known | undefined =>
  held.includes(benefit) ? yes(`正在享受${BENEFITS[benefit].label}`, LEDGER) : undefined;

/** The facts that put somebody on a list of hardship: all of them, answered yes. */
export const HARDSHIP_FACTS: Readonly<Record<Hardship, readonly ReliefFact[]>> = {
  homeless: ['homeless'],
  threeNo: ['noMeans', 'noSupporter'],
};
