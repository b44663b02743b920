export default definePageConfig({ navigationBarTitleText: '用药', enablePageMeta: true });
