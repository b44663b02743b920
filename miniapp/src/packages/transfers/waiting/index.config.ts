export default definePageConfig({ navigationBarTitleText: '转来的交接', enablePageMeta: true });
