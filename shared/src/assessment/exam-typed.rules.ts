import { EXAM_NUMBERS, type EcgFinding, type ExamNumber } from './assessment.terms.ts';

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
    else faults.push(`${label}应是 ${String(least)}–${String(most)} ${unit}的数字`);
  }
  const { systolic, diastolic, ...single } = numbers;
  if ((systolic === undefined) !== (diastolic === undefined)) faults.push('血压要填收缩压和舒张压两个数');
  const [general, ecgNote] = [text(typed.general), text(typed.ecgNote)];
  const values: ExamRead = {
    ...(general === undefined ? {} : { general }),
    ...(systolic === undefined || diastolic === undefined ? {} : { bloodPressure: { systolic, diastolic } }),
    ...single,
    ...(typed.ecg === undefined ? {} : { ecg: typed.ecg }),
    ...(ecgNote === undefined ? {} : { ecgNote }),
  };
  if (faults.length === 0 && Object.keys(values).length === 0) faults.push('请至少填一项');
  return faults.length > 0 ? { faults } : { values };
}
