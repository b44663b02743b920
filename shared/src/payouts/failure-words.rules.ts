/** Why a transfer failed, by who can do something about it. */
export const FAILURE_WORDS = {
  'payee-can-mend': {
    guardian: '微信收款没有成功，请在微信里完成实名认证后告诉村干部',
    office: '收款微信未实名或信息不符，请监护人处理后重新发放',
  },
  'payee-account': { guardian: '您的微信现在不能收款，请联系村干部', office: '收款账户不可用，请监护人处理后重新发放' },
  limit: { guardian: '今天收款次数或金额到了上限，办事处会重新发放', office: '超过微信收款限额，请改天重新发放' },
  merchant: { guardian: '发放账户有问题，办事处正在处理', office: '发放账户余额或权限有问题，请处理后重新发放' },
  'not-confirmed': { guardian: '24小时内没有确认，钱已退回，办事处会重新发放', office: '24小时内未确认收款，可以重新发放' },
  risk: { guardian: '微信提示有风险，没有发成，办事处会联系您', office: '微信判定交易有风险，请核实收款人后再发放' },
  bank: { guardian: '银行没有打成，请问村干部账户要不要改', office: '银行没有打成：请核对户名和卡号，或换一种方式发放' },
  'cash-left': { guardian: '现金没有领走，办事处会再联系您', office: '现金没有领走，请联系监护人后再发放' },
  'found-unpaid': { guardian: '没有发成，办事处会处理', office: '两人核实没有到账，可以重新发放' },
  other: { guardian: '没有发成，办事处会处理', office: '微信没有说明原因，请核实后再发放' },
} as const;
export type FailureClass = keyof typeof FAILURE_WORDS;
