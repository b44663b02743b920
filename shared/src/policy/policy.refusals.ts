import type { RefusalTable } from '../kernel/refusals.ts';

export const POLICY_REFUSALS = {
  /** A visit is judged by the policy of its day, so the past cannot be rewritten. */
  POLICY_NOT_BACKWARD: { status: 422, say: '生效日期不能早于今天', retry: false },
  /** Some band's doctor would visit more seldom than the national norm allows; the fields name band and seat ('yellow.doctor'). */
  POLICY_LOOSER_THAN_NATIONAL: { status: 422, say: '随访间隔不能比国家规范更长', retry: false },
  /** The fields name the cycles: stable, others (reviews), exam. */
  POLICY_CYCLE_TOO_LONG: { status: 422, say: '评估或体检的间隔不能比规定更长', retry: false },
  /** A year twice, a day of another year, a day both ways, or a swapped day that is no weekend day. */
  POLICY_CALENDAR_WRONG: { status: 422, say: '日历有误：日期要在当年，不能重复，调休上班日应是周六或周日', retry: false },
  /** The kind holds all over the county, or there is no such township, or only a township can follow the county. */
  POLICY_NOT_OF_TOWNSHIP: { status: 422, say: '这项政策不能按乡镇单独设定', retry: false },
  /** Words on a lock screen name no illness and no medicine. */
  POLICY_WORDS_INDISCREET: { status: 422, say: '提醒用语会显示在锁屏上，不能提到病情、药物', retry: false },
  /** No band for the rest, or one that is not the last, or a key twice. */
  POLICY_BANDS_INCOMPLETE: { status: 422, say: '分色设置不完整：最后一档应包含其余所有人，各档名称不能重复', retry: false },
  /** The office and the team lead are told of everything. */
  POLICY_TELLS_TOO_FEW: { status: 422, say: '每种情况都要通知社会事务办和村级小组组长，走失还要通知驻村民警和政法委员', retry: false },
  /** A county adds fields of its own to the national record; it neither removes nor changes any of it. */
  VISIT_FORM_NATIONAL_FIXED: { status: 422, say: '国家随访记录表的项目不能增删改，只能另外增加本县的项目', retry: false },
  VISIT_FORM_INCOMPLETE: { status: 422, say: '增加的项目不完整：名称不能重复，选择题至少要有两个选项', retry: false },
  /** A fact asked both ways, a fast lane that is not faster, or a special tariff worse than the ordinary one. */
  POLICY_RELIEF_CONTRADICTS: {
    status: 422,
    say: '救助设置前后矛盾：同一条件不能重复，快办要比一般更快，慢特病报销不能比普通门诊差',
    retry: false,
  },
  VISIT_WORK_INCOMPLETE: { status: 422, say: '随访时间要先早后晚，积分表的每个选项都要有分值', retry: false },
} as const satisfies RefusalTable;
