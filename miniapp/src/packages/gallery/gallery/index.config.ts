export default definePageConfig({ navigationBarTitleText: '样板', enablePageMeta: true });
