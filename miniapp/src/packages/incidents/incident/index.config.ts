export default definePageConfig({ navigationBarTitleText: '情况', enablePageMeta: true });
