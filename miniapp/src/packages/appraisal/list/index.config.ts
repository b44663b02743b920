export default definePageConfig({ navigationBarTitleText: '履责认定', enablePageMeta: true });
