import type { RefusalTable } from '../kernel/refusals.ts';

export const ACCESS_REFUSALS = {
  /** WeChat refused the login or phone code: used, expired or blocked. */
  WECHAT_CODE_INVALID: { status: 400, say: '微信登录已失效，请重新打开再试', retry: false },
  /** One answer for an unknown phone, a wrong, used, expired or locked code: a stranger learns nothing. */
  BINDING_NOT_POSSIBLE: { status: 403, say: '没有找到对应的邀请，请核对邀请码，或联系村里的工作人员', retry: false },
  /** Phone and code were right but the account, the person or the phone is taken: a person decides. */
  BINDING_CLASH: { status: 409, say: '您的情况需要工作人员核实，已经通知管理员', retry: false },
  /** The desk is for people who hold a post. */
  DESK_NOT_OPEN: { status: 403, say: '您没有工作台的使用权限', retry: false },
  /** A ticket is approved on a phone, never by the browser that asked. */
  TICKET_ON_PHONE_ONLY: { status: 403, say: '请在手机小程序上确认', retry: false },
  /** Approving again, refusing what was approved, collecting twice. */
  TICKET_USED: { status: 409, say: '这个二维码已经用过，请刷新后重新扫码', retry: false },
  TICKET_EXPIRED: { status: 410, say: '二维码已过期，请刷新后重新扫码', retry: false },
  /** Step-ups are asked for at the desk and approved on the phone. */
  STEP_UP_AT_DESK_ONLY: { status: 403, say: '请在电脑工作台上进行这项操作', retry: false },
  /** Nobody gives or takes a role of their own, directly, as a deputy or as a successor. */
  ROLE_OF_ONESELF: { status: 403, say: '不能调整自己的岗位，请由另一位管理员办理', retry: false },
  /** The role is not one of that area's level, or the organisation stands elsewhere. */
  POST_NOT_FITTING: { status: 400, say: '这个岗位与所选区域或单位不符', retry: false },
  POST_ALREADY_HELD: { status: 409, say: '该人员已经担任这个岗位', retry: false },
  /** A post ends yesterday at the earliest: what was done with it stays done with it. */
  LAST_DAY_TOO_EARLY: { status: 400, say: '结束日期不能早于昨天', retry: false },
  DEPUTY_NOT_FITTING: { status: 400, say: '代理人或代理日期有误，请检查后再提交', retry: false },
  /** Nothing can be done with a person who left. */
  PERSON_LEFT: { status: 409, say: '该人员已离岗，不能再办理', retry: false },
  /** A person without a phone number cannot be invited. */
  PHONE_MISSING: { status: 409, say: '请先登记该人员的手机号', retry: false },
  /** The last administrator of a county stays until there is another. */
  LAST_ADMINISTRATOR: { status: 409, say: '县里至少要保留一位管理员', retry: false },
  CLASH_ALREADY_RESOLVED: { status: 409, say: '这件事已经处理过了', retry: false },
} as const satisfies RefusalTable;
