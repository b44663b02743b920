export default definePageConfig({ navigationBarTitleText: '每日点名', enablePageMeta: true });
