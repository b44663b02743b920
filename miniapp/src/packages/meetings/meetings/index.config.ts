export default definePageConfig({ navigationBarTitleText: '会议', enablePageMeta: true });
