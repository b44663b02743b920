export default definePageConfig({ navigationBarTitleText: '重点关注', enablePageMeta: true });
