import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { GUARDIAN_RELATIONS, type GuardianRelation } from './guardian-relation.rules.ts';

/** By what somebody is a guardian. */
export const GUARDIAN_KINDS = { statutory: '法定监护', entrusted: '委托监护', placed: '指定监护' } as const;
export type GuardianKind = keyof typeof GUARDIAN_KINDS;

/** Why a guardianship ends. */
export const GUARDIAN_END_REASONS = {
  changed: '变更监护人',
  unable: '监护人丧失监护能力',
  died: '监护人死亡',
  withdrawn: '监护人资格被撤销或辞去',
  recovered: '患者恢复民事行为能力',
} as const;
export type GuardianEndReason = keyof typeof GUARDIAN_END_REASONS;

/**
 * The order in which guardians are asked (Civil Code Art. 28). Near relatives are those of Art. 1045; an uncle or a cousin is none of
 * them and needs the committee's consent like anybody else who is willing.
 */
export const GUARDIAN_ORDER: readonly { readonly words: string; readonly relations: readonly GuardianRelation[] }[] = [
  { words: '配偶', relations: ['spouse'] },
  { words: '父母、子女', relations: ['parent', 'child'] },
  { words: '其他近亲属（兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女）', relations: ['sibling', 'grandparent', 'grandchild'] },
  {
    words: '其他愿意担任监护人的个人或者组织，须经住所地村（居）民委员会或者民政部门同意',
    relations: ['otherRelative', 'entrusted', 'organisation'],
  },
];
const LAST_RANK = GUARDIAN_ORDER.length;

/** The place of a relation in the order, counted from 1. */
export const rankOfRelation = (relation: GuardianRelation): number => GUARDIAN_ORDER.findIndex(one => one.relations.includes(relation)) + 1;

export type OrderExplained = {
  readonly rank: number;
  readonly words: string;
  /** Relations of other guardians of the patient who come before this one. */
  readonly before: readonly GuardianRelation[];
};

/** Where a guardian stands in the order and who of the others comes first: shown, never a reason to refuse. */
export function explainOrder(relation: GuardianRelation, others: readonly (GuardianRelation | null)[]): OrderExplained {
  const rank = rankOfRelation(relation);
  const before = others.filter((other): other is GuardianRelation => other !== null && rankOfRelation(other) < rank);
  return { rank, words: `第${String(rank)}顺序：${GUARDIAN_ORDER[rank - 1]?.words ?? ''}`, before: [...new Set(before)] };
}

/** One sentence for the person who decides. */
export function orderInWords({ words, before }: OrderExplained): string {
  if (before.length === 0) return words;
  return `${words}。另有顺序在前的监护人：${before.map(each => GUARDIAN_RELATIONS[each]).join('、')}，请写明为什么由这位监护人担任。`;
}

/** Whether somebody can be a guardian in this way. A paper stands behind every guardian but the family's own. */
export function decideGuardian(one: {
  readonly kind: GuardianKind;
  readonly relation: GuardianRelation;
  readonly proof: string | undefined;
}): Decision<GuardianKind> {
  const willing = rankOfRelation(one.relation) === LAST_RANK;
  if (one.kind === 'statutory' && willing && one.relation !== 'otherRelative') return refuse('GUARDIAN_KIND_NOT_FITTING');
  const needsProof = one.kind !== 'statutory' || willing;
  return needsProof && one.proof === undefined ? refuse('GUARDIAN_PROOF_NEEDED') : grant(one.kind);
}

/** How long ago a change may have happened when it is recorded. */
const LATEST_RECORD_DAYS = 366;

/** Whether a guardianship may begin or end with this day, given the days on which those that it ends began. */
export const decideGuardianDay = (on: CalendarDate, today: CalendarDate, began: readonly CalendarDate[]): Decision<CalendarDate> =>
  on > today || on < addDays(today, -LATEST_RECORD_DAYS) || began.some(since => on < since)
    ? refuse('GUARDIAN_DAY_NOT_ALLOWED')
    : grant(on);

/** Days on which a helper may act: from today on at the latest, and until a day that is not over. */
export function decideHelperDays(from: CalendarDate, until: CalendarDate | undefined, today: CalendarDate): Decision<true> {
  const fits = from <= today && from >= addDays(today, -LATEST_RECORD_DAYS) && (until === undefined || until >= today);
  return fits ? grant(true) : refuse('HELPER_DAYS_NOT_ALLOWED');
}
