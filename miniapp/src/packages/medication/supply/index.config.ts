export default definePageConfig({ navigationBarTitleText: '记领药', enablePageMeta: true });
