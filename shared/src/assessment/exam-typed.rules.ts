import { EXAM_NUMBERS, type EcgFinding, type ExamNumber } from './assessment.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/assessment.ts';

/** What has been typed so far of an exam; a blank is a blank. */
export type ExamTyped = { readonly [N in ExamNumber]?: string } & {
  readonly general?: string;
  readonly ecg?: EcgFinding | undefined;
  readonly ecgNote?: string;
};
/** The values as they are sent. */
export type ExamRead = {
  general?: string;
  bloodPressure?: { systolic: number; diastolic: number };
  weightKg?: number;
  whiteCells?: number;
  haemoglobin?: number;
  platelets?: number;
  alt?: number;
  glucose?: number;
  ecg?: EcgFinding;
  ecgNote?: string;
};

const SAID = inLanguage(
  {
    outOfRange: (label: string, least: number, most: number, unit: string) => `${label}应是 ${least}–${most} ${unit}的数字`,
    bothPressures: '血压要填收缩压和舒张压两个数',
    nothing: '请至少填一项',
  },
  { en: en.EXAM_SAID },
);
const NUMBERS = Object.keys(EXAM_NUMBERS) as readonly ExamNumber[];
/** Two decimals at most; blood pressure is read in whole millimetres. */
const SHAPE = /^\d{1,4}(\.\d{1,2})?$/;
const WHOLE = /^\d{1,3}$/;

/** The values that were typed, or what is wrong with them, in words. Nothing typed is no exam. */
export function readExam(typed: ExamTyped): { readonly values: ExamRead } | { readonly faults: readonly string[] } {
  const text = (words: string | undefined) => (words === undefined || words.trim() === '' ? undefined : words.trim());
  const numbers: { [N in ExamNumber]?: number } = {};
  const faults: string[] = [];
  for (const name of NUMBERS) {
    const words = text(typed[name]);
    if (words === undefined) continue;
    const { label, unit, least, most } = EXAM_NUMBERS[name];
    const shape = name === 'systolic' || name === 'diastolic' ? WHOLE : SHAPE;
    const value = Number(words);
    if (shape.test(words) && value >= least && value <= most) numbers[name] = value;
    else faults.push(SAID.outOfRange(label, least, most, unit));
  }
  const { systolic, diastolic, ...single } = numbers;
  if ((systolic === undefined) !== (diastolic === undefined)) faults.push(SAID.bothPressures);
  const [general, ecgNote] = [text(typed.general), text(typed.ecgNote)];
  const values: ExamRead = {
    ...(general === undefined ? {} : { general }),
    ...(systolic === undefined || diastolic === undefined ? {} : { bloodPressure: { systolic, diastolic } }),
    ...single,
    ...(typed.ecg === undefined ? {} : { ecg: typed.ecg }),
    ...(ecgNote === undefined ? {} : { ecgNote }),
  };
  if (faults.length === 0 && Object.keys(values).length === 0) faults.push(SAID.nothing);
  return faults.length > 0 ? { faults } : { values };
}
