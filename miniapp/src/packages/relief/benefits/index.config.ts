export default definePageConfig({ navigationBarTitleText: '能办的救助', enablePageMeta: true });
