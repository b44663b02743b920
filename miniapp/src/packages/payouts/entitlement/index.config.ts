export default definePageConfig({ navigationBarTitleText: '领取', enablePageMeta: true });
