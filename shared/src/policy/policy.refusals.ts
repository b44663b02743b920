import type { RefusalTable } from '../kernel/refusals.ts';

export const POLICY_REFUSALS = {
  /** A visit is judged by the policy of its day, so the past cannot be rewritten. */
  POLICY_NOT_BACKWARD: { status: 422, say: '生效日期不能早于今天', retry: false },
  /** Some band's doctor would visit more seldom than the national norm allows. */
  POLICY_LOOSER_THAN_NATIONAL: { status: 422, say: '随访间隔不能比国家规范更长', retry: false },
  /** No band for the rest, or one that is not the last, or a key twice. */
  POLICY_BANDS_INCOMPLETE: { status: 422, say: '分色设置不完整：最后一档应包含其余所有人，各档名称不能重复', retry: false },
  /** The office and the team lead are told of everything. */
  POLICY_TELLS_TOO_FEW: { status: 422, say: '每种情况都要通知社会事务办和村级小组组长', retry: false },
} as const satisfies RefusalTable;
