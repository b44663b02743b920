import type { RefusalTable } from '../kernel/refusals.ts';

export const LIFE_REFUSALS = {
  /** The table of the patient's life does not lead there from here. */
  PATIENT_STATE_NOT_ALLOWED: { status: 409, say: '现在的状态不能这样变更', retry: false },
  /** In the future, more than a year ago, or before the change before it. */
  PATIENT_STATE_DAY_NOT_ALLOWED: { status: 422, say: '日期不对：不能晚于今天，不能早于上一次变更，也不能超过一年以前', retry: false },
  /** A stay in hospital ends by its own record, which the hospital's words go into; the state follows it. */
  STAY_GOES_ON: { status: 409, say: '住院还没有办出院：请在“住院、走失”里办理出院，状态会跟着变', retry: false },
  /** Likewise somebody who is looked for. */
  SEARCH_GOES_ON: { status: 409, say: '还在查找：请在“住院、走失”里登记找到，状态会跟着变', retry: false },
  /** The answer came after another one, or after the proposal was withdrawn. */
  MOVE_NOT_WAITING: { status: 409, say: '这次交接已经有结果，请刷新', retry: false },
  MOVE_ALREADY_WAITING: { status: 409, say: '已经有一次交接在等待对方接收', retry: false },
  /** The same village, or no village at all. */
  MOVE_DESTINATION_NOT_FITTING: { status: 422, say: '请选择本县另一个村（居）', retry: false },
  /** A handover has two hands. */
  MOVE_OWN_PROPOSAL: { status: 403, say: '不能接收自己提出的交接，请由接收方办理', retry: false },
  /** A statutory guardian is of the family; anybody else is entrusted or placed. */
  GUARDIAN_KIND_NOT_FITTING: { status: 422, say: '法定监护人须是亲属；其他人请选委托或指定监护', retry: false },
  GUARDIAN_PROOF_NEEDED: { status: 422, say: '请写明凭什么材料（委托书、指定文书或村居同意书）', retry: false },
  GUARDIAN_ALREADY: { status: 409, say: '这个人已经是监护人', retry: false },
  /** In the future, more than a year ago, or before the guardianship that it ends began. */
  GUARDIAN_DAY_NOT_ALLOWED: { status: 422, say: '日期不对：不能晚于今天，不能早于原监护开始的日期', retry: false },
  HELPER_ALREADY: { status: 409, say: '这个人已经在协助这位监护人', retry: false },
  /** A guardian of the patient acts by their own right. */
  HELPER_IS_GUARDIAN: { status: 409, say: '这个人本来就是监护人，不用登记为代办人', retry: false },
  HELPER_DAYS_NOT_ALLOWED: { status: 422, say: '代办的起止日期不对，请检查', retry: false },
  /** Nobody can take back what was not given. */
  CONSENT_NOTHING_TO_WITHDRAW: { status: 409, say: '没有同意过，不能撤回；请记为「不同意」', retry: false },
  /** In the future, or before the decision before it. */
  CONSENT_DAY_NOT_ALLOWED: { status: 422, say: '日期不对：不能晚于今天，也不能早于上一次的决定', retry: false },
} as const satisfies RefusalTable;
