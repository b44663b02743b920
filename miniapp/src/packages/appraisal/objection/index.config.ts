export default definePageConfig({ navigationBarTitleText: '提出不同意见', enablePageMeta: true });
