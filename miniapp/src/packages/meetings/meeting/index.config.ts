export default definePageConfig({ navigationBarTitleText: '会议纪要', enablePageMeta: true });
