export default definePageConfig({ navigationBarTitleText: '会议决定', enablePageMeta: true });
