import type { Stability } from '../policy/stability.terms.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';
import type { ClassReason } from './assessment.terms.ts';

/** What a class is proposed from, in the form's codes. A field that is absent was not filled in. */
export type Findings = {
  readonly risk: RiskRating;
  readonly symptoms?: readonly number[] | undefined;
  readonly insight?: 1 | 2 | 3 | undefined;
  readonly functions?: { readonly [name: string]: 1 | 2 | 3 | 9 | undefined } | undefined;
  readonly adverseReaction?: 1 | 2 | 9 | undefined;
  readonly acuteReaction?: boolean | undefined;
  readonly seriousIllness?: boolean | undefined;
};

export type Proposal = { readonly stability: Stability; readonly reasons: readonly ClassReason[] };

/** 伤人毁物 is marked by itself; of the others so many together. The norm says "marked" without a number: this one is only a proposal. */
const HARMING = 7;
const MARKED_FROM = 3;
const isMarked = (symptoms: readonly number[]): boolean => symptoms.includes(HARMING) || symptoms.length >= MARKED_FROM;

/**
 * The class that the norm's criteria speak for, with every reason that does. A proposal: the doctor decides.
 * Stable is never proposed while something that it depends on was left blank.
 */
export function proposeClass(found: Findings): Proposal {
  const { risk, symptoms, insight, functions, adverseReaction } = found;
  const unstable = reasons({
    riskHigh: risk >= 3,
    symptomsMarked: symptoms !== undefined && isMarked(symptoms),
    noInsight: insight === 3,
    acuteReaction: found.acuteReaction === true,
    seriousIllness: found.seriousIllness === true,
  });
  if (unstable.length > 0) return { stability: 'unstable', reasons: unstable };

  const answered = Object.values(functions ?? {}).filter(one => one !== undefined);
  const basicStable = reasons({
    riskSome: risk >= 1,
    symptomsSome: symptoms !== undefined && symptoms.length > 0,
    insightPartial: insight === 2,
    functionPoor: answered.includes(3),
    adverseReaction: adverseReaction === 2,
    notAllKnown: symptoms === undefined || insight === undefined || answered.length === 0,
  });
  return basicStable.length > 0 ? { stability: 'basicStable', reasons: basicStable } : { stability: 'stable', reasons: ['nothingFound'] };
}

const reasons = (holds: { readonly [R in ClassReason]?: boolean }): readonly ClassReason[] =>
  (Object.keys(holds) as ClassReason[]).filter(reason => holds[reason] === true);

/** Whether the decided class needs a reason: it is not the proposed one and none was given. */
export const overrideLacksReason = (proposed: Stability, decided: Stability, reason: string | undefined): boolean =>
  proposed !== decided && (reason === undefined || reason.trim() === '');
