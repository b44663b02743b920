/** Taro reads this file while it builds. */
declare const process: { readonly env: { readonly TARO_ENV?: string } };

/** For whoever draws pages; no phone has it. */
const GALLERY = process.env.TARO_ENV === 'h5' ? [{ root: 'packages/gallery', pages: ['gallery/index'] }] : [];

export default defineAppConfig({
  pages: ['pages/today/index', 'pages/agreement/index', 'pages/patients/index', 'pages/me/index'],
  // One subpackage a room; pages of a message are opened by these paths.
  subPackages: [
    { root: 'packages/care-team', pages: ['leave/index', 'leaves/index'] },
    { root: 'packages/access', pages: ['bind/index', 'privacy/index', 'approve/index', 'unsent/index'] },
    { root: 'packages/incidents', pages: ['report/index', 'incident/index', 'handling/index', 'unfiled/index'] },
    { root: 'packages/agenda', pages: ['call/index'] },
    { root: 'packages/registry', pages: ['patient/index', 'groups/index', 'rehab-and-law/index'] },
    { root: 'packages/assessment', pages: ['review/index', 'exam/index'] },
    {
      root: 'packages/visits',
      pages: [
        'visit/index',
        'history/index',
        'record/index',
        'outcome/index',
        'alert/index',
        'concern/index',
        'referral/index',
        'roll-call/index',
      ],
    },
    { root: 'packages/medication', pages: ['medicine/index', 'injection/index', 'supply/index', 'collected/index'] },
    { root: 'packages/agreements', pages: ['agreement/index', 'application/index', 'apply/index', 'applications/index'] },
    { root: 'packages/appraisal', pages: ['list/index', 'opinion/index', 'line/index', 'objection/index'] },
    { root: 'packages/payouts', pages: ['entitlement/index', 'batches/index', 'batch/index'] },
    { root: 'packages/relief', pages: ['benefits/index', 'application/index', 'costs/index'] },
    { root: 'packages/meetings', pages: ['meetings/index', 'meeting/index', 'decisions/index'] },
    { root: 'packages/duties', pages: ['letters/index'] },
    { root: 'packages/indicators', pages: ['warnings/index', 'indicators/index'] },
    { root: 'packages/transfers', pages: ['waiting/index', 'transfer/index'] },
    { root: 'packages/exchange', pages: ['rounds/index', 'round/index', 'differences/index'] },
    { root: 'packages/screening', pages: ['village/index', 'round/index', 'clue/index', 'clues/index', 'review/index'] },
    { root: 'packages/rights', pages: ['rights/index', 'request/index'] },
    { root: 'packages/reminders', pages: ['messages/index', 'overdue/index', 'hold/index'] },
    ...GALLERY,
  ],
  window: {
    navigationBarTitleText: '关护',
    navigationStyle: 'default',
    navigationBarBackgroundColor: '@ground',
    navigationBarTextStyle: '@groundText',
    backgroundColor: '@ground',
    backgroundTextStyle: '@groundTextStyle',
  },
  // Drawn by the pages themselves; listed here so that the platform keeps tab pages alive.
  tabBar: {
    custom: true,
    color: '#626F75',
    selectedColor: '#14695C',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: 'pages/today/index', text: '今天' },
      { pagePath: 'pages/agreement/index', text: '协议' },
      { pagePath: 'pages/patients/index', text: '服务对象' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  // One look at a check-in; nothing is followed.
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '上门签到、报告情况时由您点一下才记一次位置，不跟踪' } },
  lazyCodeLoading: 'requiredComponents',
  animation: false,
});
