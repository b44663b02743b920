export default definePageConfig({ navigationBarTitleText: '提出申请', enablePageMeta: true });
