import type { AssessmentsAnswer, StandingAnswer } from '@guanhu/shared/assessment/assessment.contract';
import { ECG_FINDINGS, EXAM_NUMBERS } from '@guanhu/shared/assessment/assessment.terms';
import { STABILITIES, type Stability } from '@guanhu/shared/policy/stability.terms';
import type { Tone } from '../ui/tag.tsx';
import { dayInWords } from '../ui/words.ts';

type Values = NonNullable<AssessmentsAnswer['rows'][number]['values']>;
type Explained = NonNullable<StandingAnswer['explained']>;

export const CYCLE_TONES: Readonly<Record<StandingAnswer['cycles'][number]['state'], Tone>> = {
  overdue: 'danger',
  due: 'warn',
  done: 'calm',
  ahead: 'plain',
};

/** What was found, a blank left out. */
export function examWords(values: Values): string {
  const { bloodPressure, general, ecg, ecgNote, ...numbers } = values;
  const measured = (Object.keys(EXAM_NUMBERS) as (keyof typeof EXAM_NUMBERS)[]).flatMap(name => {
    const value = name in numbers ? numbers[name as keyof typeof numbers] : undefined;
    return value === undefined ? [] : [`${EXAM_NUMBERS[name].label} ${value} ${EXAM_NUMBERS[name].unit}`];
  });
  return [
    ...(bloodPressure ? [`血压 ${bloodPressure.systolic}/${bloodPressure.diastolic} mmHg`] : []),
    ...measured,
    ...(ecg === undefined ? [] : [`心电图${ECG_FINDINGS[ecg]}${ecgNote === undefined ? '' : `（${ecgNote}）`}`]),
    ...(general === undefined ? [] : [general]),
  ].join('，');
}

const condition = (one: Explained['conditions'][number]): string => {
  const words =
    one.kind === 'riskAtLeast'
      ? `危险性 ${one.value} 级以上`
      : one.kind === 'stability'
        ? `病情${STABILITIES[one.value as Stability].label}`
        : `${one.value} 个月内发生过情况`;
  return `${words}（${one.holds ? '符合' : '不符合'}）`;
};

/** By which version and which of its conditions the band was found. */
export function bandWords({ policySeq, effectiveOn, ofTownship, conditions, bandOn }: Explained): string {
  const version =
    policySeq === 0 ? '系统初始的随访政策' : `${ofTownship ? '本乡镇' : '全县'}随访政策第 ${policySeq} 版（${dayInWords(effectiveOn)} 起）`;
  const rule = conditions.length === 0 ? '不符合更高各档的条件' : conditions.map(condition).join('，或');
  return `${bandOn === null ? '' : `${dayInWords(bandOn)} 定档。`}依据${version}：${rule}。`;
}
