export default definePageConfig({ navigationBarTitleText: '危险性评估', enablePageMeta: true });
