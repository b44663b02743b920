export default definePageConfig({ navigationBarTitleText: '不一致的地方', enablePageMeta: true });
