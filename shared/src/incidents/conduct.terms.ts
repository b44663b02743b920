import { DANGEROUS_ACTS } from '../visits/visits.terms.ts';

/** 危险行为 of the national follow-up record, in its order; `none`: it was looked at and was none of them. */
export const CONDUCTS = { ...DANGEROUS_ACTS, none: '无危险行为' } as const;
export type Conduct = keyof typeof CONDUCTS;
export const CONDUCT_KEYS = [
  'mildDisturbance',
  'troubleMaking',
  'seriousHarm',
  'otherHarm',
  'selfHarm',
  'suicideAttempt',
  'none',
] as const satisfies readonly Conduct[];

/** What each means, as it stands beside the choice. */
export const CONDUCT_MEANINGS: Readonly<Record<Conduct, string>> = {
  mildDisturbance: '公安机关出警，仅批评教育',
  troubleMaking: '违反治安管理处罚法，未触犯刑法',
  seriousHarm: '触犯刑法',
  otherHarm: '对他人或财物有其他危害',
  selfHarm: '伤害自己',
  suicideAttempt: '自杀没有造成死亡',
  none: '核实后不属于以上任何一种',
};
