export default definePageConfig({ navigationBarTitleText: '早期预警', enablePageMeta: true });
