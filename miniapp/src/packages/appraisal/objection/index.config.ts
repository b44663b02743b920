export default definePageConfig({ navigationBarTitleText: '不同意见', enablePageMeta: true });
