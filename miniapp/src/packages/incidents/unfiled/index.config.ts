export default definePageConfig({ navigationBarTitleText: '有情况', enablePageMeta: true });
