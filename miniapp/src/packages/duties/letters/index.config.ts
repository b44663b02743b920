export default definePageConfig({ navigationBarTitleText: '督办', enablePageMeta: true });
