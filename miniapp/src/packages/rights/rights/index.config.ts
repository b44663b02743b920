export default definePageConfig({ navigationBarTitleText: '我的权利', enablePageMeta: true });
