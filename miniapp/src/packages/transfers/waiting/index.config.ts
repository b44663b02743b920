export default definePageConfig({ navigationBarTitleText: '交接', enablePageMeta: true });
