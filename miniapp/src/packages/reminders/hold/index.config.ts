export default definePageConfig({ navigationBarTitleText: '稍后提醒', enablePageMeta: true });
