export default definePageConfig({ navigationBarTitleText: '奖补申请', enablePageMeta: true });
