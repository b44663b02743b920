import { compactText } from '../kernel/plain-text.ts';

/** Risk rating (危险性评估): the meaning of each level is fixed by the national follow-up form. */
export const RISK_RATINGS = [0, 1, 2, 3, 4, 5] as const;
export type RiskRating = (typeof RISK_RATINGS)[number];

const WRITTEN: Readonly<Record<string, RiskRating>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
};

export const isRiskRating = (value: unknown): value is RiskRating => RISK_RATINGS.some(level => level === value);

/** Reads 3, '3', '3级', '三级', 'Ⅲ级', '危险性3级', '3.0'; null when it is none of the six levels (a range such as 3-4 is none). */
export function readRiskRating(written: string): RiskRating | null {
  const bare = compactText(written)
    .toUpperCase()
    .replace(/^(?:危险性|危险|风险)?(?:等级|评估|评级)?(?:为|[:])?/, '')
    .replace(/级$/, '')
    .replace(/\.0+$/, '');
  if (/^[0-5]$/.test(bare)) return Number(bare) as RiskRating;
  return WRITTEN[bare] ?? null;
}
