export default definePageConfig({ navigationBarTitleText: '可以享受的救助', enablePageMeta: true });
