/**
 * Sentences that stand on every family's phone in the same words, by their keys. Where somebody has recorded exactly these, the phone reads
 * them aloud; the server finds a recording by its words.
 */
export const SPOKEN = {
  medicineToday: '今天的药吃了吗？',
  honest: '照实说就好，照实说不会少钱。',
  nobodyTold: '还没有通知到任何人，请打电话',
  expectedDecidedByTwo: '本期预计（到期由两人认定）',
  claimableSub: '想领的时候再点，点开后 24 小时内确认',
} as const;
export type Spoken = keyof typeof SPOKEN;
