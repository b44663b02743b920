export const platform = {
  actingFor: (name: string) => `正在代${name}办`,
  actingLimits: (acting: string, name: string) => `${acting}。签字、领钱不能代，要${name}本人来`,
  unreached: '现在没有网络，请稍后再试',
  tooSlow: '网络太慢，没有连上。换个信号好的地方再试',
  unreadable: '系统繁忙，请稍后再试',
  unlock: '打开关护',
  photoGone: '照片已经不在手机里了',
  rollCall: '点名',
  newVersion: '有新版本',
  newVersionSub: '更新只要几秒钟，写好的内容都还在。',
  update: '更新',
  later: '以后再说',
};
