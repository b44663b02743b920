export default definePageConfig({ navigationBarTitleText: '联合处置', enablePageMeta: true });
