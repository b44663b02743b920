export default defineAppConfig({
  pages: ['pages/today/index', 'pages/agreement/index', 'pages/patients/index', 'pages/me/index'],
  subPackages: [],
  window: {
    navigationBarTitleText: '关护',
    navigationBarBackgroundColor: '@ground',
    navigationBarTextStyle: '@groundText' as 'black',
    backgroundColor: '@ground',
    backgroundTextStyle: '@groundTextStyle' as 'dark',
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
  lazyCodeLoading: 'requiredComponents',
  animation: false,
});
