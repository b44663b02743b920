/** What ages, and where its time comes from. `keepDays` of the county's policy says how long; what has none is never erased here. */
export const RETAINED = {
  unconfirmed: {
    label: '疑似未确认的档案：姓名、证件、电话、住址和登记内容',
    source: '个人信息保护法第19条、第47条：目的已不能实现；结案时间和理由仍在审计里',
  },
  importContents: { label: '责任清单的导入内容（已确认或已作废的）', source: '个人信息保护法第19条：实现目的所必需的最短时间' },
  sessions: { label: '已结束的登录', source: '网络安全法第21条：日志不少于六个月；登录操作本身在审计里保留' },
  keptAnswers: { label: '防止重复提交而留的应答', source: '个人信息保护法第19条' },
  changeHistory: { label: '修改前后的内容（密封）', source: '网络安全法第21条，不少于六个月；改了什么、谁改的仍在审计里' },
  messages: { label: '发过的提醒的文字、链接和对象', source: '网络安全法第21条，不少于六个月；何时用什么方式提醒过谁仍保留' },
  promises: { label: '已办完的系统任务的内容（只有编号）', source: '个人信息保护法第19条；办过的记录仍保留' },
  handedIn: {
    label: '手机上交的记录：核对后不采用的内容（密封）',
    source: '个人信息保护法第19条、第47条；谁写的、谁核对的和理由仍保留，采用的随档案保存，待核对的不删除',
  },
  exchangeRows: {
    label: '截止后没有签认的月度信息交换：各部门名单的内容',
    source: '个人信息保护法第19条、第47条：目的不再实现；谁交过名单仍保留',
  },
  readLog: { label: '谁看过档案', source: '网络安全法第21条：不少于六个月；本软件不删除' },
  deeds: { label: '操作审计', source: '网络安全法第21条；成链保存，本软件不删除' },
  vouchers: { label: '协议、发放与账目', source: '会计档案管理办法：会计凭证 30 年；本软件不删除' },
} as const;
export type Retained = keyof typeof RETAINED;
